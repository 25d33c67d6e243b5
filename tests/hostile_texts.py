"""Texts that try to do something to a terminal, or to a program that shows them.

`HOSTILE_TEXTS` maps a name to a text; a test takes them all, with the names as ids.
"""

from __future__ import annotations

ESC, BEL, ST, CSI, OSC = "\x1b", "\x07", "\x1b\\", "\x9b", "\x9d"
CLIPBOARD = "c3RvbGVu"  # "stolen" in base64

_CLIPBOARD_AND_TITLE = {
    "clipboard, ended by BEL": f"{ESC}]52;c;{CLIPBOARD}{BEL}",
    "clipboard, ended by ST": f"{ESC}]52;c;{CLIPBOARD}{ST}",
    "clipboard, primary selection": f"{ESC}]52;p;{CLIPBOARD}{BEL}",
    "clipboard, never ended": f"{ESC}]52;c;{CLIPBOARD}",
    "clipboard, 8-bit": f"{OSC}52;c;{CLIPBOARD}\x9c",
    "clipboard, asked for": f"{ESC}]52;c;?{BEL}",
    "clipboard inside a pass-through": f"{ESC}Ptmux;{ESC}{ESC}]52;c;{CLIPBOARD}{BEL}{ST}",
    "title and icon, ended by BEL": f"{ESC}]0;taken over{BEL}",
    "title, ended by ST": f"{ESC}]2;taken over{ST}",
    "title, 8-bit": f"{OSC}2;taken over\x9c",
    "title, never ended": f"{ESC}]2;taken over",
    "title as an older terminal sets it": f"{ESC}ktaken over{ST}",
    "title, reported back as typed keys": f"{ESC}]2;rm -rf ~{BEL}{ESC}[21t",
    "folder of the shell": f"{ESC}]7;file:///etc{BEL}",
    "link that hides its target": f"{ESC}]8;;file:///etc/passwd{ST}the minutes{ESC}]8;;{ST}",
    "link, ended by BEL": f"{ESC}]8;;x:y{BEL}the minutes{ESC}]8;;{BEL}",
    "colours of the palette": f"{ESC}]4;1;#000000{BEL}{ESC}]10;#000{BEL}{ESC}]11;#000{BEL}",
    "a notice on the desktop": f"{ESC}]9;taken over{BEL}{ESC}]777;notify;a;b{BEL}",
    "a file sent to the terminal": f"{ESC}]1337;File=name=YQ==;inline=1:YQ=={BEL}",
}

_SEQUENCES = {
    "wipe the screen": f"{ESC}[2J{ESC}[H",
    "wipe the lines that scrolled away": f"{ESC}[3J",
    "wipe the screen, 8-bit": f"{CSI}2J{CSI}H",
    "full reset": f"{ESC}c",
    "soft reset": f"{ESC}[!p",
    "up and over the line above": f"{ESC}[5A{ESC}[2Kall is well",
    "any place on the screen": f"{ESC}[1;1Hall is well",
    "scroll back": f"{ESC}[99T{ESC}M{ESC}M",
    "a region that scrolls alone": f"{ESC}[1;2r",
    "the other screen": f"{ESC}[?1049h",
    "mouse reports": f"{ESC}[?1000h{ESC}[?1003h{ESC}[?1006h",
    "paste marks": f"{ESC}[?2004h",
    "focus reports": f"{ESC}[?1004h",
    "cursor hidden": f"{ESC}[?25l",
    "wrapping off": f"{ESC}[?7l",
    "insert mode": f"{ESC}[4h",
    "keypad and cursor keys": f"{ESC}={ESC}[?1h",
    "line drawing letters": f"{ESC}(0lqqk{ESC}(B",
    "the other character set": "\x0elqqk",
    "hidden and black on black": f"{ESC}[8m{ESC}[30;40mnot to be seen",
    "colours never put back": f"{ESC}[7;5;31m",
    "a repeated letter": f"x{ESC}[9999b",
    "where the cursor is, asked for": f"{ESC}[6n",
    "what the terminal is, asked for": f"{ESC}[c{ESC}[>c{ESC}[5n",
    "settings asked for": f"{ESC}P$qm{ST}",
    "names of keys asked for": f"{ESC}P+q544e{ST}",
    "settings asked for, 8-bit": "\x90$qm\x9c",
    "pictures as sixels": f"{ESC}Pq#0;2;0;0;0#0~~@@vv{ST}",
    "application command": f"{ESC}_Gf=100;QUJD{ST}",
    "privacy message": f"{ESC}^hidden{ST}",
    "start of a string, never ended": f"{ESC}Xhidden",
    "a sequence cut off": f"{ESC}[38;5",
    "an escape alone": ESC,
    "an escape at the end": f"the end {ESC}",
    "an escape in over-long UTF-8": "\udcc0\udc9b[2J",
    "alarm": BEL * 3,
}

_CONTROLS = {
    "over the line, by carriage return": "I promised nothing\rI promised it all",
    "over the line, by backspace": "nothing" + "\b" * 7 + "it all!",
    "two kinds of line end": "one\r\ntwo\rthree\n",
    "tabs": "a\tb\tc\t\td",
    "tabs to the edge": "\t" * 40,
    "form feed and vertical tab": "one\x0btwo\x0cthree",
    "NUL": "before\x00after",
    "answer to an enquiry": "\x05",
    "stop and go on": "\x13\x11",
    "end of the input": "\x04\x1a",
    "delete": "abc\x7f\x7f\x7f",
    "separators of files and records": "a\x1cb\x1dc\x1ed\x1fe",
    "next line, 8-bit": "one\x85two",
    "index and reverse index, 8-bit": "\x84\x8d\x8d",
    "line and paragraph separator": "one\u2028two\u2029three",
    "every control": "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0)))),
}

_DECEIVING = {
    "right to left override": "invoice\u202efdp.exe",
    "left to right override": "\u202d\u05d0\u05d1\u05d2",
    "override never ended": "\u202eall that follows",
    "isolates that swap": "a\u2066 b\u2067 c\u2069 d\u2069",
    "embeddings": "\u202babc\u202c \u202adef\u202c",
    "marks of direction": "a\u200eb\u200fc\u061cd",
    "zero width": "pass\u200bword pass\u2060word \ufeffpass",
    "joiners between letters": "pa\u200dss\u200cword",
    "soft hyphens": "pass\xadword",
    "tags nobody sees": "hello" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all"),
    "text hidden in selectors": "hello" + "".join(chr(0xE0100 + n) for n in (5, 9, 14, 3)),
    "selectors in a row": "a" + "\ufe0f" * 20,
    "interlinear note": "seen\ufff9hidden\ufffaunder\ufffb",
    "format characters no longer used": "a\u206ab\u206bc\u206ed\u206f",
    "half of a pair, high": "a\ud83db",
    "half of a pair, low": "a\udc69b",
    "bytes that were no UTF-8": "caf\udce9",
    "marks piled up": "Z" + "\u0351\u0300\u0334" * 30,
}

_MARKUP = {
    "markup that ends nothing": "[/today] and [/]",
    "markup that looks like a box": "[x] walked the dog [ ] called Bo",
    "markup": "[bold red on black]loud[/]",
    "markup of a link": "[link=file:///etc/passwd]the minutes[/link]",
    "names of emoji": ":smile: at 3:100:4",
    "a backslash at the end": "C:\\new\\",
    "percent and braces": "100 % {0} {name} %s %(x)s",
}

_HARMLESS_BUT_ODD = {
    "a family": "👩‍👧 and 👨‍👩‍👧‍👦",
    "flags and hearts": "🏳️‍🌈 🇺🇦 ❤️ ❤️‍🔥 1️⃣ 👍🏽",
    "wide letters": "你好世界 ｆｕｌｌ",
    "letters made of two": "e\u0301 n\u0303",
    "Hebrew and Arabic": "שלום مرحبا",
    "Persian with joiners": "می‌خواهم",
    "very long word": "x" * 400,
    "only spaces": "     ",
    "nothing": "",
}

HOSTILE_TEXTS: dict[str, str] = (
    _CLIPBOARD_AND_TITLE | _SEQUENCES | _CONTROLS | _DECEIVING | _MARKUP | _HARMLESS_BUT_ODD
)
