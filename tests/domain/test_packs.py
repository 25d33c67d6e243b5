"""What a pack may hold, and how a fault in one is named."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from collab.domain.packs import checked_pack, checked_themes
from collab.domain.themes import THEME_IDS
from collab.errors import BrokenPack

Document = dict[str, Any]
Change = Callable[[Document], object]


def document(*prompts: Document) -> Document:
    """A sound pack as TOML brings it."""
    one = {"id": "X-1", "theme": "trust", "moment": "evening", "text": "What happened today?"}
    return {"pack": {"id": "mine", "title": "Mine"}, "prompt": list(prompts) or [one]}


def themes_document() -> Document:
    theme = {
        "name": "A theme",
        "field_term": "term",
        "definition": "How far.",
        "ind": "Alone.",
        "inter": "Together.",
        "lines": ["one", "two", "three", "four", "five"],
        "no_occasion": "None.",
        "waited": "I waited.",
        "scale_version": 1,
    }
    return {"theme": [{"id": name, **deepcopy(theme)} for name in THEME_IDS]}


def test_a_pack_with_the_required_keys_alone_has_the_defaults() -> None:
    pack = checked_pack(document(), "mine.toml")
    (prompt,) = pack.prompts
    assert (pack.id, pack.title, pack.language, pack.version) == ("mine", "Mine", "en", 1)
    assert pack.file == "mine.toml"
    assert (prompt.id, prompt.theme, prompt.moment) == ("X-1", "trust", "evening")
    assert prompt.text == "What happened today?"
    assert (prompt.answer, prompt.every, prompt.label, prompt.deeper) == ("text", 0, "", "")
    assert (prompt.core, prompt.optional, prompt.source) == (False, False, ())
    assert prompt.pack == "mine"


def test_every_key_of_a_prompt_is_kept() -> None:
    written = {
        "id": "X-1",
        "theme": "any",
        "moment": "prepare",
        "answer": "plan",
        "every": 14,
        "core": True,
        "optional": True,
        "label": "A label of 24 characters",
        "text": "If it gets stuck today, what will you do?",
        "deeper": "What will tell you?",
        "source": ["a book", "S04"],
    }
    (prompt,) = checked_pack(document(written), "mine.toml").prompts
    kept = {key: getattr(prompt, key) for key in written}
    assert kept == {**written, "source": ("a book", "S04")}


def test_white_space_at_the_ends_of_a_text_goes() -> None:
    written = document()
    written["prompt"][0]["text"] = "  What happened today?\n"
    assert checked_pack(written, "mine.toml").prompts[0].text == "What happened today?"


def change_prompt(**values: object) -> Change:
    return lambda pack: pack["prompt"][0].update(values)


def change_pack(**values: object) -> Change:
    return lambda pack: pack["pack"].update(values)


FAULTS: dict[str, tuple[Change, str, str]] = {
    "an empty file": (lambda pack: pack.clear(), "pack", "is missing"),
    "no prompt": (lambda pack: pack.pop("prompt"), "prompt", "[[prompt]]"),
    "an empty list of prompts": (lambda pack: pack.update(prompt=[]), "prompt", "[[prompt]]"),
    "one bracket round prompt": (
        lambda pack: pack.update(prompt=pack["prompt"][0]),
        "prompt",
        "[[prompt]]",
    ),
    "two brackets round pack": (
        lambda pack: pack.update(pack=[pack["pack"]]),
        "pack",
        "headed [pack]",
    ),
    "prompts that are no tables": (
        lambda pack: pack.update(prompt=["What today?"]),
        "prompt 1",
        "[[prompt]]",
    ),
    "an unknown table": (lambda pack: pack.update(prompts=[]), "prompts", "no such key"),
    "an unknown key of the pack": (
        change_pack(author="me"),
        "pack, author",
        "the keys here are id, title, language, version",
    ),
    "an unknown key of a prompt": (
        change_prompt(colour="red"),
        "prompt 1 (X-1), colour",
        "no such key",
    ),
    "an unknown key that is no word": (
        change_prompt(**{"te\nxt": "a"}),
        r"prompt 1 (X-1), 'te\nxt'",
        "no such key",
    ),
    "a pack without id": (lambda pack: pack["pack"].pop("id"), "pack, id", "is missing"),
    "a pack without title": (lambda pack: pack["pack"].pop("title"), "pack, title", "is missing"),
    "an empty title": (change_pack(title=" "), "pack, title", "not empty"),
    "a language that is none": (change_pack(language="klingonisch"), "pack, language", "pt-BR"),
    "version 0": (change_pack(version=0), "pack, version", "from 1 on"),
    "a version in quotes": (change_pack(version="1"), "pack, version", "without quotes"),
    "a prompt without id": (lambda pack: pack["prompt"][0].pop("id"), "prompt 1, id", "missing"),
    "a prompt without text": (
        lambda pack: pack["prompt"][0].pop("text"),
        "prompt 1 (X-1), text",
        "is missing",
    ),
    "an id that is a number": (change_prompt(id=7), "prompt 1, id", "letters"),
    "an id with --": (change_prompt(id="X--1"), "prompt 1, id", "no '--'"),
    "an id with a space": (change_prompt(id="X 1"), "prompt 1, id", "letters"),
    "an id with a final new line": (change_prompt(id="X-1\n"), "prompt 1, id", "letters"),
    "an id that begins with a dot": (change_prompt(id=".x"), "prompt 1, id", "first"),
    "an id with a letter beyond ASCII": (change_prompt(id="Xé"), "prompt 1, id", "letters"),
    "an unknown theme": (change_prompt(theme="hope"), "prompt 1 (X-1), theme", "decide, purpose"),
    "an unknown moment": (change_prompt(moment="noon"), "prompt 1 (X-1), moment", "evening"),
    "a moment that is answered by a key": (
        change_prompt(moment="rating"),
        "prompt 1 (X-1), moment",
        "one of setup",
    ),
    "an unknown answer": (change_prompt(answer="song"), "prompt 1 (X-1), answer", "text or plan"),
    "a rating of one's own": (
        change_prompt(answer="rating"),
        "prompt 1 (X-1), answer",
        "belong to the bundled prompts",
    ),
    "a choice of one's own": (
        change_prompt(answer="choice"),
        "prompt 1 (X-1), answer",
        "belong to the bundled prompts",
    ),
    "days in quotes": (change_prompt(every="7"), "prompt 1 (X-1), every", "without quotes"),
    "days as a truth": (change_prompt(every=True), "prompt 1 (X-1), every", "whole number"),
    "days with a fraction": (change_prompt(every=7.0), "prompt 1 (X-1), every", "whole number"),
    "days below nothing": (change_prompt(every=-1), "prompt 1 (X-1), every", "0 to 3650"),
    "days without end": (change_prompt(every=10**30), "prompt 1 (X-1), every", "0 to 3650"),
    "a truth as a number": (change_prompt(core=1), "prompt 1 (X-1), core", "true or false"),
    "a truth in quotes": (
        change_prompt(optional="true"),
        "prompt 1 (X-1), optional",
        "true or false",
    ),
    "a label of 25 characters": (
        change_prompt(label="x" * 25),
        "prompt 1 (X-1), label",
        "at most 24 characters",
    ),
    "a huge label": (change_prompt(label="x" * 100_000), "prompt 1 (X-1), label", "at most 24"),
    "a new line in the text": (
        change_prompt(text="What\nhappened today?"),
        "prompt 1 (X-1), text",
        "on one line",
    ),
    "a line separator in the text": (
        change_prompt(text="What\u2028happened today?"),
        "prompt 1 (X-1), text",
        "on one line",
    ),
    "an escape sequence in the text": (
        change_prompt(text="What \x1b[2J today?"),
        "prompt 1 (X-1), text",
        "on one line",
    ),
    "an empty text": (change_prompt(text=""), "prompt 1 (X-1), text", "not empty"),
    "a text of blanks": (change_prompt(text=" \t "), "prompt 1 (X-1), text", "not empty"),
    "a text that is a list": (change_prompt(text=["a"]), "prompt 1 (X-1), text", "in quotes"),
    "a new line in the deeper question": (
        change_prompt(deeper="a\r\nb"),
        "prompt 1 (X-1), deeper",
        "on one line",
    ),
    "a source that is no list": (change_prompt(source="S01"), "prompt 1 (X-1), source", "a list"),
    "a source that is a number": (change_prompt(source=[1]), "prompt 1 (X-1), source", "a list"),
}


@pytest.mark.parametrize(("change", "place", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_by_its_place_and_one_sentence(
    change: Change, place: str, words: str
) -> None:
    broken = document()
    change(broken)
    with pytest.raises(BrokenPack) as caught:
        checked_pack(broken, "mine.toml")
    assert caught.value.place == f"mine.toml, {place}"
    assert words in caught.value.fault
    assert caught.value.fault.endswith(".")
    assert caught.value.exit_code == 2


def test_the_prompt_with_the_fault_is_counted_from_one() -> None:
    sound = document()["prompt"][0]
    with pytest.raises(BrokenPack) as caught:
        checked_pack(document(sound, {**sound, "id": "X-2", "theme": "hope"}), "mine.toml")
    assert caught.value.place == "mine.toml, prompt 2 (X-2), theme"


def test_a_misspelt_key_is_named_rather_than_the_one_it_leaves_missing() -> None:
    broken = document()
    broken["prompt"][0]["txt"] = broken["prompt"][0].pop("text")
    with pytest.raises(BrokenPack) as caught:
        checked_pack(broken, "mine.toml")
    assert caught.value.place == "mine.toml, prompt 1 (X-1), txt"


def test_an_id_may_stand_once_in_a_pack() -> None:
    one = document()["prompt"][0]
    with pytest.raises(BrokenPack) as caught:
        checked_pack(document(one, {**one, "id": "X-2"}, one), "mine.toml")
    assert caught.value.place == "mine.toml, prompt 3 (X-1), id"
    assert "Prompt 1 has this id already" in caught.value.fault


@pytest.mark.parametrize(
    ("moment", "answer"), [("rating", "rating"), ("fit", "choice"), ("outcome", "choice")]
)
def test_bundled_packs_may_ask_for_a_key(moment: str, answer: str) -> None:
    pack = document()
    pack["prompt"][0].update(moment=moment, answer=answer)
    assert checked_pack(pack, "ours.toml", bundled=True).prompts[0].answer == answer


THEME_FAULTS: dict[str, tuple[Change, str, str]] = {
    "four lines": (
        lambda file: file["theme"][2]["lines"].pop(),
        "themes.toml, theme 3 (empathy), lines",
        "five lines",
    ),
    "an empty line": (
        lambda file: file["theme"][0]["lines"].__setitem__(1, ""),
        "themes.toml, theme 1 (decide), lines",
        "five lines",
    ),
    "no scale version": (
        lambda file: file["theme"][0].pop("scale_version"),
        "themes.toml, theme 1 (decide), scale_version",
        "is missing",
    ),
    "an unknown key": (
        lambda file: file["theme"][0].update(colour="red"),
        "themes.toml, theme 1 (decide), colour",
        "no such key",
    ),
    "eight themes": (lambda file: file["theme"].pop(), "themes.toml", "in this order"),
    "another order": (lambda file: file["theme"].reverse(), "themes.toml", "in this order"),
    "a tenth theme": (
        lambda file: file["theme"].append({**file["theme"][0], "id": "hope"}),
        "themes.toml",
        "in this order",
    ),
}


@pytest.mark.parametrize(("change", "place", "words"), THEME_FAULTS.values(), ids=THEME_FAULTS)
def test_themes_are_the_nine_in_order_with_five_lines_each(
    change: Change, place: str, words: str
) -> None:
    broken = themes_document()
    change(broken)
    with pytest.raises(BrokenPack) as caught:
        checked_themes(broken, "themes.toml")
    assert caught.value.place == place
    assert words in caught.value.fault


def test_sound_themes_come_back_whole() -> None:
    themes = checked_themes(themes_document(), "themes.toml")
    assert tuple(theme.id for theme in themes) == THEME_IDS
    assert themes[0].lines == ("one", "two", "three", "four", "five")
    assert (themes[0].line(5), themes[0].line(0), themes[0].line("W")) == (
        "five",
        "None.",
        "I waited.",
    )
