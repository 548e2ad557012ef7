"""What every adapter promises, tried on articles as odd as the world sends them."""

import os
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import msgspec

from bench.counted import counted
from bench.errors import UsageError
from bench.records import Article
from bench.redaction import secrets
from bench.system import System, prepare_system
from bench.watched import Trace, Watched

WORDS = 40
"""The budget that the kit asks for, in words."""

SLACK = 1.5
"""A summary may be this many times its budget: a sentence more, but not another length."""

_CANARY = "sumbench-canary-5d1f0a7c"

ORDINARY = (
    "The county of Marsk will close three of its eleven fire stations on 1 October, the council decided on "
    "Thursday by 19 votes to 16. The stations at Holm, Rauby and Little Tarn answered 212 calls last year, a "
    "twentieth of the county’s total. Closing them saves 2.4 million crowns a year.\n"
    "Ottilie Brandvold, who leads the council, said the money would buy two faster engines for the stations "
    "that stay. “Nobody will wait longer than twelve minutes,” she said.\n"
    "Firefighters disagree. Their union, which has 340 members in the county, timed the drive from the next "
    "station to Little Tarn at 21 minutes in dry weather. “She has never driven that road in January,” said "
    "Per Aune, the union’s chairman. He said the union would take the decision to court.\n"
    "The vote ends a dispute that began in 2019, when a report found that the station at Rauby stood empty "
    "for a third of all nights."
)
_MEGABYTE = "\n".join([ORDINARY] * (2**20 // len(ORDINARY.encode()) + 1))
ARTICLES = {
    "an empty article": Article("empty", "", ""),
    "an article of one word": Article("word", "", "Fire."),
    "an article of 1 MB": Article("huge", "Long", _MEGABYTE),
    "right-to-left text": Article(
        "rtl", "المجلس", "قرر المجلس يوم الخميس إغلاق ثلاث محطات إطفاء. "
        "قالت رئيسة المجلس إن ذلك يوفر المال.", "ar"
    ),
    "emoji and combining marks": Article(
        "marks", "\U0001f692",
        "The crew \U0001f469\U0001f3fd\u200d\U0001f692 met Zoe\u0308 Lindqvist at 7 p.m. "
        "\u202ereversed\u202c \U0001f692\U0001f525. Cafe\u0301 A\u030a\u0301 was closed.\u200b "
        "It re\u00adopened."
    ),
    "a mangled article": Article(
        "mangled", "", "themayor said.Officials saidthe bridge isclosed \u00e2\u20ac\u0153for now"
        "\u00e2\u20ac\u009d \ufffd\x00 READ MORE:Click here\n\n\n\t\r\nThe   councilVoted 19-16 .the end"
    ),
    "an article in another language": Article(
        "german", "Rat schließt Wachen", "Der Kreistag hat am Donnerstag beschlossen, drei Feuerwachen zu "
        "schließen. Das spart 2,4 Millionen Kronen im Jahr, sagte die Vorsitzende.", "de"
    ),
}  # fmt: skip


class Line(msgspec.Struct, frozen=True):
    """One promise: kept, broken, or None where it does not apply; `seconds` of the calls behind it."""

    promise: str
    kept: bool | None
    detail: str = ""
    seconds: float = 0.0


def broken_promises(spec: str, *, timeout: float = 60.0) -> list[str]:
    """Return the promises that a system breaks, each with what was seen; none for one fit to run."""
    return [f"{line.promise}: {line.detail}" for line in examine(spec, timeout=timeout) if line.kept is False]


def examine(spec: str, *, timeout: float = 60.0) -> Iterator[Line]:
    """Yield a line for each promise of an adapter as it is tried; `timeout` is in seconds for one call.

    Raises UsageError for a system that cannot be found, is broken, or is the harness's own.
    """
    system = prepare_system(spec, words=WORDS, corpus_words=None, seed=0)
    if system.path is None:
        raise UsageError(f"{system.name} is the harness's own row; there is no adapter to test")
    yield Line("says what it is", bool(system.found.about), system.found.about or _NO_ABOUT)
    with Watched(system, _planted(system), timeout) as watched:
        kit = Kit(system, watched)
        first = kit.call(Article("ordinary", "Three fire stations close", ORDINARY))
        yield kit.answered("an ordinary article", first)
        if first.stop:
            yield Line("everything else", False, "not tried: the system cannot be had")
            return
        for name, article in ARTICLES.items():
            yield kit.answered(name, kit.call(article))
        for promise in (kit.budget, kit.repeat, kit.two_at_once):
            yield promise(first)
        for seen in (kit.speed, kit.failures, kit.silence, kit.network, kit.secrecy):
            yield seen()


_NO_ABOUT = "write a docstring at the top: its first line is what `sumbench list systems` shows"


def _planted(system: System) -> dict[str, str]:
    """Return secrets that must not come back; a remote system keeps the key that it needs."""
    names = ["SUMBENCH_CANARY_TOKEN"]
    if not system.remote:
        names += [n for n in ("OPENAI_API_KEY", "HF_TOKEN", *_secret_names(system)) if n not in os.environ]
    return dict.fromkeys(names, _CANARY)


def _secret_names(system: System) -> tuple[str, ...]:
    return tuple(system.found.constants.get("SECRETS", ()))


class Kit:
    """The calls made so far, and what they show."""

    def __init__(self, system: System, watched: Watched):
        self.system, self.watched = system, watched
        self.traces: list[Trace] = []

    def call(self, article: Article, **options: Any) -> Trace:
        """Call the adapter and keep the trace."""
        trace = self.watched.call(article, **options)
        self.traces.append(trace)
        return trace

    def answered(self, name: str, trace: Trace) -> Line:
        """Judge one call: text, or for articles that no model must take, an error with words."""
        took = trace.seconds
        if trace.error:
            said = f"{trace.error}: {trace.message}"[:200]
            may_decline = "1 MB" in name or self.system.found.constants.get("ANY_ARTICLE") is False
            declined = (
                may_decline and trace.error not in ("Timeout", "Crash", "MemoryError") and trace.message
            )
            return Line(name, bool(declined), f"declined: {said}" if declined else said, took)
        if trace.text is None:
            return Line(name, False, f"returned {trace.returned} instead of text", took)
        try:
            trace.text.encode("utf-8")
        except UnicodeEncodeError as error:
            return Line(name, False, f"the text is not valid Unicode ({error.reason})", took)
        if name == "an ordinary article" and not trace.text.strip() and self.system.kind != "control":
            return Line(name, False, "the summary is empty", took)
        return Line(name, True, counted(len(trace.text.split()), "word"), took)

    def budget(self, first: Trace) -> Line:
        """Whether summaries follow the length asked for."""
        name = "the length budget is kept"
        if "words" not in dict(self.system.found.options):
            return Line(name, None, "has no option `words`")
        lengths = []
        for words in (20, WORDS, 80):
            trace = self.call(Article("ordinary", "Three fire stations close", ORDINARY), words=words)
            lengths.append((words, len((trace.text or "").split())))
        over = [f"{got} words where {asked} were asked for" for asked, got in lengths if got > SLACK * asked]
        shown = ", ".join(f"{got} of {asked}" for asked, got in lengths)
        return Line(name, not over, "; ".join(over) or shown)

    def repeat(self, first: Trace) -> Line:
        """Whether the same article gives the same summary again."""
        name = "the same article gives the same summary"
        if self.system.found.constants.get("DETERMINISTIC") is False:
            return Line(name, None, "says that it is not deterministic")
        again = self.call(Article("ordinary", "Three fire stations close", ORDINARY))
        same = again.text == first.text
        return Line(name, same, "" if same else "two summaries differ; set DETERMINISTIC = False if they may")

    def two_at_once(self, first: Trace) -> Line:
        """Whether two calls at once disturb each other, in threads or processes as a run has them."""
        name = "two calls at once"
        article = Article("ordinary", "Three fire stations close", ORDINARY)
        if self.system.remote:
            self.watched.start([article, article], {})
            traces = self.watched.traces()
        else:
            with Watched(self.system, self.watched.variables, self.watched.timeout) as other:
                for process in (self.watched, other):
                    process.start([article], {})
                traces = [*self.watched.traces(), *other.traces()]
        self.traces += traces
        failed = next((f"{t.error}: {t.message}" for t in traces if t.error and not first.error), "")
        free = self.system.found.constants.get("DETERMINISTIC") is False
        other_text = not free and any(t.text != first.text for t in traces)
        return Line(name, not failed and not other_text, failed or ("another summary" if other_text else ""))

    def speed(self) -> Line:
        """How long a call took; a call that never ended is a broken promise elsewhere."""
        seconds = [trace.seconds for trace in self.traces if trace.seconds]
        shown = f"median {median(seconds):.3f} s, longest {max(seconds):.3f} s" if seconds else "none ended"
        return Line("time for an article", bool(seconds), shown)

    def failures(self) -> Line:
        """Whether exceptions say something, and none of them would end the whole run."""
        mute = [t.error for t in self.traces if t.error and not t.message.strip()]
        fatal = [t.error for t in self.traces if t.error in ("SystemExit", "KeyboardInterrupt", "Crash")]
        detail = f"{fatal[0]} would end the run" if fatal else f"{mute[0]} without a message" if mute else ""
        return Line("failures are exceptions with a message", not detail, detail)

    def silence(self) -> Line:
        """Whether nothing is printed: standard output belongs to the results."""
        return self._first("nothing is printed", lambda trace: trace.printed.strip())

    def network(self) -> Line:
        """Whether the network is left alone, or declared."""
        name = "no network unless declared"
        if self.system.remote:
            return Line(name, None, "declares it (REMOTE = True)")
        return self._first(name, lambda trace: ", ".join(trace.network))

    def secrecy(self) -> Line:
        """Whether the values of secret environment variables stay where they are."""
        hidden = (*secrets(), _CANARY)

        def leak(trace: Trace) -> str:
            places = {
                "the summary": trace.text or "", "an error": trace.message,
                "what it printed": trace.printed + trace.noise,
            }  # fmt: skip
            found = [place for place, said in places.items() if any(value in said for value in hidden)]
            return f"a secret environment variable stands in {found[0]}" if found else ""

        return self._first("secrets are not repeated", leak)

    def _first(self, promise: str, look: Callable[[Trace], str]) -> Line:
        """Return a line that is broken by the first trace in which something is seen."""
        seen = next((found for trace in self.traces if (found := look(trace))), "")
        return Line(promise, not seen, " ".join(seen.split())[:200])
