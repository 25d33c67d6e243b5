"""Where things lie, and what the user chose."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab import settings as under_test
from collab.domain.theme_ids import THEME_IDS
from collab.errors import (
    BadSettingValue,
    BrokenSettings,
    NoHome,
    UnknownSetting,
    UnwritableSettings,
)
from collab.settings import SETTINGS, places, read_settings, shown
from collab.storage.settings_file import write_setting
from tests.examples import examples

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the rule by hand is Linux's")


class TestPlaces:
    def test_collab_home_holds_everything(self, tmp_path: Path) -> None:
        where = places({"COLLAB_HOME": str(tmp_path), "HOME": "/elsewhere"})
        assert (where.journal, where.settings) == (
            str(tmp_path / "journal.db"),
            str(tmp_path / "settings.toml"),
        )
        assert (where.prompts, where.support) == (
            str(tmp_path / "prompts"),
            str(tmp_path / "support.txt"),
        )
        assert where.recovery == str(tmp_path / "recovery")

    def test_a_relative_collab_home_is_taken_from_here(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert places({"COLLAB_HOME": "mine"}).journal == str(tmp_path / "mine" / "journal.db")

    @pytest.mark.parametrize("home", ["", "  "])
    def test_an_empty_collab_home_is_no_home(self, home: str) -> None:
        with pytest.raises(NoHome, match="COLLAB_HOME is set but empty") as refused:
            places({"COLLAB_HOME": home, "HOME": "/home/me"})
        assert refused.value.exit_code == 2

    @linux_only
    @pytest.mark.parametrize(
        "environ", [{}, {"HOME": ""}, {"HOME": "relative"}, {"XDG_DATA_HOME": "/data"}], ids=str
    )
    def test_without_a_home_folder_there_is_no_home(self, environ: dict[str, str]) -> None:
        with pytest.raises(NoHome, match="HOME is not set to a folder"):
            places(environ)

    @linux_only
    @pytest.mark.parametrize(
        "environ",
        [
            {},
            {"XDG_DATA_HOME": "/data"},
            {"XDG_CONFIG_HOME": "/config"},
            {"XDG_DATA_HOME": "/data/", "XDG_CONFIG_HOME": "/config"},
            {"XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""},
            {"XDG_DATA_HOME": "relative", "XDG_CONFIG_HOME": "./relative"},
        ],
        ids=str,
    )
    def test_the_rule_by_hand_is_that_of_platformdirs(
        self, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import platformdirs

        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"HOME": "/home/me", **environ}.items():
            monkeypatch.setenv(name, value)
        where = places({name: value for name, value in os.environ.items() if name != "COLLAB_HOME"})
        assert [os.path.dirname(path) for path in (where.journal, where.settings)] == [
            os.path.normpath(platformdirs.user_data_dir("collab", False)),
            os.path.normpath(platformdirs.user_config_dir("collab", False)),
        ]

    def test_a_journal_named_by_the_user_is_taken_as_it_is(self, tmp_path: Path) -> None:
        where = places({"COLLAB_HOME": str(tmp_path)}, "../other.db")
        assert (where.journal, where.journal_chosen) == ("../other.db", True)


class TestMakingFolders:
    def test_they_belong_to_the_user_alone(self, tmp_path: Path) -> None:
        (tmp_path / "me").mkdir()
        where = places({"HOME": str(tmp_path / "me")})
        before = os.umask(0)
        try:
            where.make(os.path.dirname(where.journal))
            where.make(where.prompts)
        finally:
            os.umask(before)
        made = list((tmp_path / "me").rglob("*"))
        assert len(made) == 6
        assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o700}

    def test_a_home_is_made_where_its_parent_is(self, tmp_path: Path) -> None:
        where = places({"COLLAB_HOME": str(tmp_path / "home")})
        where.make(where.recovery)
        assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
        assert (tmp_path / "home" / "recovery").is_dir()

    def test_a_home_whose_parent_is_missing_is_not_made(self, tmp_path: Path) -> None:
        where = places({"COLLAB_HOME": str(tmp_path / "missing" / "home")})
        with pytest.raises(NoHome, match="cannot be created"):
            where.make(os.path.dirname(where.journal))
        assert list(tmp_path.iterdir()) == []

    def test_a_home_folder_that_is_missing_is_not_made(self, tmp_path: Path) -> None:
        where = places({"HOME": str(tmp_path / "nobody")})
        with pytest.raises(NoHome):
            where.make(os.path.dirname(where.journal))
        assert list(tmp_path.iterdir()) == []

    def test_a_file_in_the_way_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "home").write_text("a file")
        where = places({"COLLAB_HOME": str(tmp_path / "home")})
        with pytest.raises(NoHome):
            where.make(os.path.dirname(where.journal))
        assert (tmp_path / "home").read_text() == "a file"

    def test_a_folder_that_is_there_is_left_as_it_is(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o755)
        places({"COLLAB_HOME": str(tmp_path)}).make(str(tmp_path))
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


class TestReading:
    def test_without_a_file_the_defaults_hold(self, file: Path) -> None:
        chosen = read_settings(str(file))
        assert {one.name: shown(getattr(chosen, one.name)) for one in SETTINGS} == {
            "day_ends_at": "04:00",
            "week_starts_on": "monday",
            "focus": "",
            "cue": "",
            "language": "off",
            "optional_prompts": "",
            "light_line": "on",
            "editor": "",
        }
        assert chosen.chosen == frozenset()

    @pytest.mark.parametrize(
        ("line", "name", "value"),
        [
            ('day_ends_at = "02:30"', "day_ends_at", time(2, 30)),
            ('day_ends_at = "0:00"', "day_ends_at", time(0)),
            ("day_ends_at = 02:30:00", "day_ends_at", time(2, 30)),
            ('week_starts_on = "Sunday"', "week_starts_on", 6),
            ('week_starts_on = "saturday"', "week_starts_on", 5),
            ('focus = ["trust", "candour"]', "focus", ("trust", "candour")),
            ('focus = "trust"', "focus", ("trust",)),
            ('focus = ["none"]', "focus", ()),
            ("focus = []", "focus", ()),
            ('cue = " after supper "', "cue", "after supper"),
            ("cue = 'after \"supper\"'", "cue", 'after "supper"'),
            ('cue = "sau cină" # mine', "cue", "sau cină"),
            ('language = "en"', "language", "en"),
            (r'cue = "a\\b \u00e9"', "cue", "a\\b é"),
            ('optional_prompts = ["I-38", "I-38"]', "optional_prompts", ("I-38",)),
            ("light_line = false", "light_line", False),
            ('light_line = "off"', "light_line", False),
            ('editor = "vim -n"', "editor", "vim -n"),
        ],
    )
    def test_a_value_is_read_as_the_program_uses_it(
        self, file: Path, line: str, name: str, value: object
    ) -> None:
        file.write_text(f"# mine\n\n{line}\n", "utf-8")
        assert getattr(read_settings(str(file)), name) == value

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ('day_ends_at = "12:00"', "day_ends_at takes a time from 00:00 to 11:59."),
            ("day_ends_at = 13:00:00", "day_ends_at takes a time from 00:00 to 11:59."),
            ('day_ends_at = "4"', "day_ends_at takes a time from 00:00 to 11:59."),
            ("day_ends_at = 4", "day_ends_at takes a time from 00:00 to 11:59."),
            ('day_ends_at = "11:60"', "day_ends_at takes a time from 00:00 to 11:59."),
            ('week_starts_on = "friday"', "week_starts_on takes monday, saturday or sunday."),
            ("week_starts_on = true", "week_starts_on takes monday, saturday or sunday."),
            ('focus = ["love"]', "focus takes none, one or two theme ids"),
            ('focus = ["trust", "candour", "enable"]', "focus takes none, one or two theme ids"),
            ("focus = [1]", "focus takes none, one or two theme ids"),
            ('cue = """two\nlines"""', "cue takes a few words of your own, or none."),
            ('language = "de"', "language takes off, en or other."),
            ("light_line = 1", "light_line takes on or off."),
            ('focu = "trust"', "there is no setting 'focu'."),
            ("[focus]", "focus takes"),
            ('cue = "a"\ncue = "b"', "Cannot overwrite a value (at "),
            ("cue = after supper", "(at line 1, column 7)."),
            ('cue = "after', "Unterminated string (at "),
            ("cue", "Expected '=' after a key"),
            ("cue = " + "[" * 5000, "."),
        ],
    )
    def test_what_cannot_be_read_is_named_with_its_place(
        self, file: Path, line: str, says: str
    ) -> None:
        file.write_text(line, "utf-8")
        with pytest.raises(BrokenSettings) as broken:
            read_settings(str(file))
        assert broken.value.exit_code == 2
        assert broken.value.sentence.startswith(f"{file}: ")
        assert says in broken.value.sentence
        assert "\n" not in broken.value.sentence

    def test_a_file_that_is_no_text_is_named_with_its_place(self, file: Path) -> None:
        file.write_bytes(b'cue = "caf\xe9"\n')
        with pytest.raises(BrokenSettings, match="byte 11 is not UTF-8 text"):
            read_settings(str(file))

    def test_a_folder_in_its_place_is_named(self, file: Path) -> None:
        file.mkdir()
        with pytest.raises(BrokenSettings, match="it is a folder"):
            read_settings(str(file))

    def test_the_focus_themes_are_those_of_the_domain(self, file: Path) -> None:
        for theme in THEME_IDS:
            file.write_text(f'focus = ["{theme}"]')
            assert read_settings(str(file)).focus == (theme,)

    def test_a_plain_file_needs_no_parser(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the program writes itself must not cost `collab status` an import."""
        home = places({"COLLAB_HOME": str(file.parent)})
        for name, value in (
            ("day_ends_at", "03:00"),
            ("focus", "trust candour"),
            ("cue", "after supper, at the desk"),
            ("light_line", "off"),
            ("optional_prompts", ""),
            ("editor", "vim"),
        ):
            write_setting(home, name, value)
        monkeypatch.setitem(sys.modules, "tomllib", None)
        assert read_settings(str(file)).focus == ("trust", "candour")


_names = [one.name for one in SETTINGS]
_value = st.one_of(
    st.text("\"[]a, #=\\'é\t", max_size=8),
    st.text(max_size=4).map(lambda text: f'"{text}"'),
    st.lists(st.text('ab, "#', max_size=3).map('"{}"'.format), max_size=3).map(
        lambda words: f"[{', '.join(words)}]"
    ),
    st.sampled_from(
        ["true", "false", "[]", "[ ]", '""', "04:00:00", "1", '"""a"""', "''", "[", '"']
    ),
)
_line = st.one_of(
    st.builds("{} = {}".format, st.sampled_from([*_names, "x", '"cue"', "a.b"]), _value),
    st.builds("{}={}".format, st.sampled_from(_names), _value),
    st.sampled_from(["", "  ", "# a comment", " # another", "#\x07", "[x]", "\r", "cue", "= 1"]),
)


@examples(200)
@given(st.lists(_line, max_size=4), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_the_short_way_reads_what_a_toml_parser_reads(lines: list[str], end: str) -> None:
    text = end.join(lines)
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            under_test._values_in(text)
    else:
        assert dict(under_test._values_in(text)) == expected


class TestWriting:
    def set_and_read(self, file: Path, name: str, typed: str) -> str:
        write_setting(places({"COLLAB_HOME": str(file.parent)}), name, typed)
        return shown(getattr(read_settings(str(file)), name))

    @pytest.mark.parametrize(
        ("name", "typed", "reads"),
        [
            ("day_ends_at", "3:05", "03:05"),
            ("week_starts_on", "SUNDAY", "sunday"),
            ("focus", "trust, candour", "trust candour"),
            ("focus", "none", ""),
            ("cue", 'after "supper" \\ and # so on', 'after "supper" \\ and # so on'),
            ("cue", "după cină 🍲", "după cină 🍲"),
            ("light_line", "off", "off"),
            ("optional_prompts", "I-38 I-40", "I-38 I-40"),
        ],
    )
    def test_what_is_set_is_read_again(self, file: Path, name: str, typed: str, reads: str) -> None:
        assert self.set_and_read(file, name, typed) == reads

    def test_comments_order_and_line_ends_stay(self, file: Path) -> None:
        before = b'# my settings\r\ncue = "tea"  # after tea\r\n\r\n# week\r\nlanguage = "en"\r\n'
        file.write_bytes(before)
        self.set_and_read(file, "cue", "coffee")
        assert file.read_bytes() == before.replace(b'tea"', b'coffee"')
        self.set_and_read(file, "light_line", "off")
        assert file.read_bytes().startswith(before.replace(b'tea"', b'coffee"'))

    def test_without_a_value_the_default_is_back(self, file: Path) -> None:
        self.set_and_read(file, "cue", "tea")
        self.set_and_read(file, "language", "en")
        assert self.set_and_read(file, "cue", " ") == ""
        assert file.read_text() == 'language = "en"\n'

    def test_a_file_without_a_last_line_end_is_added_to(self, file: Path) -> None:
        file.write_text('language = "en"')
        assert self.set_and_read(file, "cue", "tea") == "tea"
        assert read_settings(str(file)).language == "en"

    @pytest.mark.parametrize(
        ("name", "typed"),
        [
            ("day_ends_at", "noon"),
            ("focus", "love"),
            ("language", "de"),
            ("light_line", "perhaps"),
            ("cue", "two\nlines"),
            ("cue", "caf\udce9"),
        ],
    )
    def test_what_does_not_fit_changes_nothing(self, file: Path, name: str, typed: str) -> None:
        file.write_text('language = "en"\n')
        with pytest.raises(BadSettingValue) as refused:
            self.set_and_read(file, name, typed)
        assert refused.value.exit_code == 2
        assert file.read_text() == 'language = "en"\n'

    def test_an_unknown_name_changes_nothing(self, file: Path) -> None:
        with pytest.raises(UnknownSetting):
            self.set_and_read(file, "colour", "red")
        assert not file.exists()

    def test_a_broken_file_is_not_written_over(self, file: Path) -> None:
        file.write_text("cue = ")
        with pytest.raises(BrokenSettings):
            self.set_and_read(file, "language", "en")
        assert file.read_text() == "cue = "

    def test_the_file_belongs_to_the_user_alone_and_leaves_nothing_beside(self, file: Path) -> None:
        before = os.umask(0)
        try:
            self.set_and_read(file, "cue", "tea")
        finally:
            os.umask(before)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert [path.name for path in file.parent.iterdir()] == [file.name]

    def test_a_link_stays_a_link(self, file: Path, tmp_path: Path) -> None:
        (tmp_path / "dotfiles").mkdir()
        real = tmp_path / "dotfiles" / "collab.toml"
        real.write_text('language = "en"\n')
        file.symlink_to(real)
        self.set_and_read(file, "cue", "tea")
        assert file.is_symlink()
        assert real.read_text() == 'language = "en"\ncue = "tea"\n'

    @linux_only
    def test_where_it_cannot_be_written_that_is_said(self, file: Path) -> None:
        file.symlink_to("/proc/settings.toml")
        with pytest.raises(UnwritableSettings) as refused:
            self.set_and_read(file, "cue", "tea")
        assert refused.value.exit_code == 1
