"""The prompts and themes that come with collab."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from collab.domain.packs import checked_pack, checked_themes
from collab.domain.prompts import Pack
from collab.domain.theme_ids import THEME_IDS, THEME_NAMES
from collab.domain.wording import breaches
from collab.storage.packs import bundled_folder, check, load, themes

FILES = sorted(Path(bundled_folder()).glob("*.toml"))
PACK_FILES = [path for path in FILES if path.name != "themes.toml"]
PACKS = load(None).bundled
PROMPTS = load(None).prompts
IN_PACKS = [(pack, prompt) for pack in PACKS for prompt in pack.prompts]


@pytest.mark.parametrize("path", PACK_FILES, ids=lambda path: path.name)
def test_a_bundled_pack_is_sound_and_read_as_a_check_would_read_it(path: Path) -> None:
    checked = checked_pack(tomllib.loads(path.read_text("utf-8")), path.name, bundled=True)
    assert checked == next(pack for pack in PACKS if pack.file == path.name)


def test_the_themes_file_is_sound_and_read_as_a_check_would_read_it() -> None:
    path = Path(bundled_folder(), "themes.toml")
    assert checked_themes(tomllib.loads(path.read_text("utf-8")), path.name) == themes()


def test_a_check_of_everything_finds_nothing() -> None:
    checked = check(None)
    assert checked.left_out == ()
    assert checked.prompts == PROMPTS


def test_there_are_97_prompts_and_no_id_stands_twice() -> None:
    ids = [prompt.id for prompt in PROMPTS]
    assert len(ids) == len(set(ids)) == 97
    assert Counter(name.split("-")[0] for name in ids) == {
        "F": 1,
        "M": 3,
        "E": 4,
        "I": 39,
        "D": 35,
        "R": 10,
        "W": 5,
    }


def test_each_pack_has_an_id_of_its_own() -> None:
    assert len({pack.id for pack in PACKS}) == len(PACKS) == len(PACK_FILES)


def test_evening_questions_take_turns_in_the_order_of_their_numbers() -> None:
    evening = [prompt.id for prompt in PROMPTS if prompt.moment == "evening"]
    numbered = [f"I-{number:02}" for number in range(1, 40)]
    assert evening == ["E-02", *numbered, "D-33", "D-34", "D-35"]


def test_the_core_of_a_talk_comes_in_the_order_in_which_it_is_asked() -> None:
    core = [(prompt.moment, prompt.id) for prompt in PROMPTS if prompt.core]
    assert core == [
        *(("prepare", f"D-{number:02}") for number in (1, 2, 3, 8, 9, 14)),
        *(("debrief", f"D-{number}") for number in (20, 21, 25, 26)),
        *(("follow-up", f"D-{number}") for number in (30, 32)),
    ]


def test_every_question_of_a_talk_has_a_label_for_its_page() -> None:
    of_talks = ("prepare", "hold", "debrief", "passed", "follow-up")
    for prompt in PROMPTS:
        assert bool(prompt.label) == (prompt.moment in of_talks), prompt.id


def test_what_a_session_calls_by_id_is_answered_in_the_form_it_expects() -> None:
    answered = {prompt.id: prompt.answer for prompt in PROMPTS if prompt.answer != "text"}
    assert answered == {
        **dict.fromkeys(("M-02", "E-04", "D-14", "W-5"), "plan"),
        **dict.fromkeys(("E-01", "R-10"), "choice"),
        **{f"R-{number:02}": "rating" for number in range(1, 10)},
    }


def test_life_outside_work_is_asked_about_when_switched_on() -> None:
    assert [prompt.id for prompt in PROMPTS if prompt.optional] == ["I-38"]


def test_the_themes_file_has_the_nine_by_their_names() -> None:
    assert {theme.id: theme.name for theme in themes()} == THEME_NAMES
    assert tuple(theme.id for theme in themes()) == THEME_IDS


def test_nine_themes_stand_in_order_with_five_different_lines_each() -> None:
    for theme in themes():
        assert len(set(theme.lines)) == 5, theme.id
        assert theme.scale_version == 1


def test_each_theme_has_its_rating_which_names_it() -> None:
    asked = [
        (prompt.theme, prompt.text.split(" today:")[0])
        for prompt in PROMPTS
        if prompt.answer == "rating"
    ]
    assert asked == [(theme.id, theme.name) for theme in themes()]


def test_each_theme_has_questions_for_an_evening() -> None:
    asked = {prompt.theme for prompt in PROMPTS if prompt.moment == "evening"}
    assert asked == {*THEME_IDS, "any"}


@pytest.mark.parametrize(("pack", "prompt"), IN_PACKS, ids=[each.id for _, each in IN_PACKS])
def test_a_bundled_prompt_keeps_every_rule_of_wording(pack: Pack, prompt) -> None:
    assert breaches(prompt, pack.language) == ()


def test_all_thirty_ideas_of_the_article_are_used() -> None:
    ideas = {f"S{number:02}" for number in range(1, 31)}
    assert {idea for prompt in PROMPTS for idea in prompt.source} == ideas
    assert {idea for theme in themes() for idea in theme.source} <= ideas


def test_the_questions_are_easy_to_read() -> None:
    grades = {prompt.id: school_grade(prompt.text) for prompt in PROMPTS}
    assert median(grades.values()) <= 5
    assert max(grades.values()) <= 10.5, max(grades, key=grades.__getitem__)


def school_grade(text: str) -> float:
    """Flesch-Kincaid grade (Kincaid et al. 1975) with estimated syllables."""
    sentences = len(re.findall(r"[.?!:]+(?:\s|$)", text))
    words = re.findall(r"[a-z']+", text.lower())
    return (
        0.39 * len(words) / max(sentences, 1)
        + 11.8 * sum(map(syllables, words)) / len(words)
        - 15.59
    )


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = re.search(r"([^aeiouyl]e|[^aeiouy]es|[^aeiouydt]ed)$", word)
    return max(groups - bool(silent), 1)


def test_an_installed_package_brings_its_own_packs(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "collab"
    (package / "prompts").mkdir(parents=True)
    assert bundled_folder(str(package)) == str(package / "prompts")


def test_an_editable_install_finds_them_at_the_top_of_the_checkout(tmp_path: Path) -> None:
    package = tmp_path / "src" / "collab"
    package.mkdir(parents=True)
    assert bundled_folder(str(package)) == str(tmp_path / "prompts")


def test_reading_bundled_packs_and_themes_needs_no_pydantic() -> None:
    script = (
        "import sys\n"
        "from collab.storage.packs import load, themes\n"
        "assert len(load(None).prompts) == 97 and len(themes()) == 9\n"
        "assert 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env=dict(os.environ))
