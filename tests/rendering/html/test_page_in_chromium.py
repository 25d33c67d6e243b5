"""The page as a browser has it: open to everybody, loading nothing, fitting everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from collab.domain.reports.report import Report
from collab.rendering.html.page import as_html
from tests.hostile_texts import HOSTILE_TEXTS
from tests.rendering.html.pages import REPORTS
from tests.rendering.test_report_markdown import HOSTILE, with_everywhere

pytestmark = pytest.mark.slow

DESK, PHONE = (1200, 800), (360, 640)
HOSTILE_PAGE = with_everywhere("\n\n".join([*HOSTILE_TEXTS.values(), *HOSTILE]))
LOOKED_AT = ("a week", "a first week", "an empty week", "a year")
AXE = Axe().axe_script


class Seen(NamedTuple):
    """A page in the browser, what it asked for, and what the browser had to say about it."""

    page: Page
    address: str
    requests: list[str]
    messages: list[str]


def opened(browser: Browser, report: Report, folder: Path) -> Seen:
    file = folder / "report.html"
    file.write_text(as_html(report), "utf-8")
    seen = Seen(browser.new_page(), file.as_uri(), [], [])
    seen.page.on("request", lambda request: seen.requests.append(request.url))
    seen.page.on("console", lambda message: seen.messages.append(message.text))
    seen.page.goto(seen.address)
    return seen


@pytest.fixture(scope="module", params=LOOKED_AT)
def seen(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Seen]:
    """Each report in turn, for as many tests as look at it."""
    found = opened(browser, REPORTS[request.param], tmp_path_factory.mktemp("page"))
    yield found
    found.page.close()


@pytest.fixture
def week(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """An ordinary week, on a page that a test may change."""
    page = opened(browser, REPORTS["a week"], tmp_path).page
    yield page
    page.close()


def see(page: Page, size: tuple[int, int], scheme: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]


def width_on_a_telephone(page: Page) -> int:
    see(page, PHONE, "light")
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


def test_it_loads_nothing_has_no_script_and_is_no_wider_than_a_telephone(seen: Seen) -> None:
    assert width_on_a_telephone(seen.page) <= PHONE[0]
    assert seen.page.evaluate("document.scripts.length") == 0
    assert seen.requests == [seen.address]
    assert seen.messages == []  # such as a style that the policy refuses


def test_axe_finds_nothing_by_day_by_night_and_on_a_telephone(seen: Seen) -> None:
    seen.page.evaluate(AXE)
    for size, scheme in ((DESK, "light"), (PHONE, "dark")):
        see(seen.page, size, scheme)
        found = seen.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_the_policy_lets_nothing_in(week: Page) -> None:
    kinds = [
        "connect-src",
        "frame-src",
        "img-src",
        "script-src-elem",
        "style-src-attr",
        "style-src-elem",
    ]
    # A frame is refused by another process of the browser, so the page is told in its own time.
    refused = week.evaluate(
        """async count => {
            const refused = [];
            const all = new Promise(done => {
                setTimeout(done, 20_000);
                document.addEventListener("securitypolicyviolation", event =>
                    refused.push(event.effectiveDirective) === count && done());
            });
            const put = (name, attributes) =>
                document.body.append(Object.assign(document.createElement(name), attributes));
            put("img", {src: "data:image/gif;base64,R0lGODlhAQABAAAAACw="});
            put("script", {textContent: "window.ran = true"});
            put("style", {textContent: "body { color: red }"});
            put("iframe", {src: "data:text/html,x"});
            document.body.setAttribute("style", "color: red");
            await fetch("data:,x").catch(() => null);
            await all;
            return refused;
        }""",
        len(kinds),
    )
    assert sorted(refused) == kinds
    assert week.evaluate("window.ran") is None


def test_hostile_words_make_no_element_and_no_attribute(browser: Browser, tmp_path: Path) -> None:
    kinds = """() => Array.from(document.querySelectorAll("*"), one =>
        one.tagName + Array.from(one.attributes, a => ` ${a.name}=${a.value}`).join(""))"""
    plain = opened(browser, with_everywhere("two\nlines\n\nand one"), tmp_path).page
    hostile = opened(browser, HOSTILE_PAGE, tmp_path).page
    assert set(hostile.evaluate(kinds)) <= set(plain.evaluate(kinds))
    assert width_on_a_telephone(hostile) <= PHONE[0]
    plain.close()
    hostile.close()


def test_day_night_and_paper_have_their_colours(week: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    see(week, DESK, "light")
    by_day = week.evaluate(paper)
    see(week, DESK, "dark")
    by_night = week.evaluate(paper)
    week.emulate_media(media="print", color_scheme="dark")
    assert (by_day, by_night) == ("rgb(253, 252, 250)", "rgb(25, 24, 23)")
    assert week.evaluate(paper) == "rgb(255, 255, 255)"


def test_a_line_holds_about_66_letters_at_a_desk(week: Page) -> None:
    see(week, DESK, "light")
    letters = week.evaluate(
        """() => {
            const foot = document.querySelector("footer p");
            const lines = foot.getBoundingClientRect().height
                / parseFloat(getComputedStyle(foot).lineHeight);
            return foot.textContent.length / lines;
        }"""
    )
    assert 55 <= letters <= 85
