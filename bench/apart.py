"""Metrics whose values cost something: large models in this process, servers by threads, each value kept.

One summary that a server gives no value for is blank and says why, and the others go on; a server that cannot
be had at all is not asked for the rest. Nothing that is kept is measured again.
"""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.cache import MeasureCache
from bench.chosen import Chosen
from bench.connections import in_threads
from bench.corpus import Corpus, digest
from bench.errors import Unavailable, Unmeasured
from bench.generate import IN_A_ROW
from bench.metrics.case import Candidate, Case
from bench.records import ArticleScores, Finding, Measured, Output, Scored, Usage
from bench.score import left_out_of, measured, rounded, score, worst_values


class Question(NamedTuple):
    """One summary to be measured by one metric; `place` is that of its output among the article's."""

    case: Case
    candidate: Candidate
    chosen: Chosen
    place: int


class Measurer:
    """What is known while costly metrics are measured: the kept values, and which servers are given up."""

    def __init__(
        self,
        metrics: Sequence[Chosen],
        cache: MeasureCache | None,
        *,
        fresh: bool = False,
        connections: int = 8,
    ):
        """Take the metrics of a run; those that cost nothing are left to others."""
        self.metrics = tuple(chosen for chosen in metrics if chosen.metric.apart)
        self.connections = connections
        self._cache, self._fresh = cache, fresh
        self._keys: dict[str, str] = {}
        self._stopped: dict[str, str] = {}
        self._failed_in_a_row: dict[str, int] = {}

    def measure(self, question: Question) -> Measured:
        """Return values and findings, kept ones if there are any.

        Raises Unmeasured where there are none for this summary, Unavailable where there will be for no other.
        """
        key = self._key(question)
        kept = self._cache.get(key) if self._cache is not None and not self._fresh else None
        if kept is not None:
            return kept
        name = question.chosen.metric.name
        if name in self._stopped:
            raise Unmeasured(self._stopped[name])
        started = time.perf_counter()
        found = measured(question.chosen, question.case, question.candidate)
        usage = msgspec.structs.replace(
            found.usage or Usage(), seconds=round(time.perf_counter() - started, 6)
        )
        found = msgspec.structs.replace(found, usage=usage)
        if self._cache is not None:
            self._cache.put(key, found)
        return found

    def answer(self, question: Question) -> Measured | Exception:
        """Return what `measure` does, or what it raises."""
        try:
            return self.measure(question)
        except Exception as error:
            return error

    def note(self, chosen: Chosen, answer: Measured | Exception) -> Measured | Unmeasured:
        """See whether there is any point in going on with a metric. Raises whatever is no lack of a value."""
        name = chosen.metric.name
        if isinstance(answer, Measured):
            self._failed_in_a_row[name] = 0
            return answer
        if not isinstance(answer, (Unavailable, Unmeasured)):
            raise answer
        self._failed_in_a_row[name] = self._failed_in_a_row.get(name, 0) + 1
        if isinstance(answer, Unavailable):
            self._stopped.setdefault(name, str(answer))
        elif self._failed_in_a_row[name] >= IN_A_ROW:
            self._stopped.setdefault(name, f"{IN_A_ROW} failures in a row, the last one {answer}")
        return Unmeasured(str(answer), getattr(answer, "usage", None))

    def _key(self, question: Question) -> str:
        """Return a digest of all that a value depends on."""
        chosen, candidate = question.chosen, question.candidate
        name = chosen.metric.name
        if name not in self._keys:
            code = Path(chosen.metric.path).read_bytes() if chosen.metric.path else b""
            self._keys[name] = f"{chosen.signature()}\0{hashlib.sha256(code).hexdigest()}"
        author = candidate.left_out.author if candidate.left_out else ""
        parts = (name, self._keys[name], digest(question.case.item), author, candidate.raw)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class _Open:
    """An article with its scores so far and the questions that are still open."""

    def __init__(self, case: Case, outputs: Sequence[Output], scores: ArticleScores):
        self.case, self.outputs, self.scores = case, outputs, scores
        self.left = 0
        self._found: dict[tuple[int, str], Measured | Unmeasured] = {}

    def questions(self, metrics: Iterable[Chosen]) -> Iterator[Question]:
        """Yield what some metrics are to be asked; a failed or empty output has its values without."""
        for place, output in enumerate(self.outputs):
            left_out = left_out_of(output, self.case.item)
            candidate = Candidate(output.text, self.case.item.article.language, left_out)
            for chosen in metrics:
                if output.status == "ok":
                    yield Question(self.case, candidate, chosen, place)
                else:
                    worst = Measured(worst_values(chosen, self.case, candidate))
                    self._found[place, chosen.metric.name] = worst

    def put(self, question: Question, answer: Measured | Unmeasured) -> None:
        """Take the answer to one question."""
        self._found[question.place, question.chosen.metric.name] = answer

    def finished(self, metrics: Sequence[Chosen]) -> ArticleScores:
        """Return the scores with everything that was found, in the order of the metrics."""
        outputs = tuple(
            self._completed(scored, [(chosen, self._found[place, chosen.metric.name]) for chosen in metrics])
            for place, scored in enumerate(self.scores.outputs)
        )
        return msgspec.structs.replace(self.scores, outputs=outputs)

    def _completed(self, scored: Scored, found: Iterable[tuple[Chosen, Measured | Unmeasured]]) -> Scored:
        values, findings = dict(scored.values), list[Finding](scored.findings)
        unmeasured, usage = dict[str, str](), dict[str, Usage]()
        for chosen, answer in found:
            metric = chosen.metric
            spent = answer.usage
            if isinstance(spent, Usage):
                usage[metric.name] = spent
            if isinstance(answer, Unmeasured):
                unmeasured[metric.name] = str(answer)
                values |= dict.fromkeys(column.name for column in metric.columns)
            else:
                values |= {name: rounded(value) for name, value in answer.values.items()}
                findings += answer.findings
        return msgspec.structs.replace(
            scored, values=values, findings=tuple(findings), unmeasured=unmeasured, usage=usage
        )


def score_with(
    measurer: Measurer,
    corpus: Corpus,
    ids: Sequence[str],
    outputs_of: Callable[[str], list[Output]],
    metrics: Sequence[Chosen],
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    beside: int | None = None,
) -> Iterator[ArticleScores]:
    """Yield the scores of each article in the order of `ids`, as `score` does, costly metrics among them."""
    given: dict[str, list[Output]] = {}

    def noted(article_id: str) -> list[Output]:
        given[article_id] = outputs_of(article_id)
        return given[article_id]

    cheap = [chosen for chosen in metrics if not chosen.metric.apart]
    asked = noted if measurer.metrics else outputs_of
    scores = score(corpus, ids, asked, cheap, jobs=jobs, scheduler=scheduler, beside=beside)
    if not measurer.metrics:
        yield from scores
        return
    articles = (_Open(Case(corpus.load(s.article)), given.pop(s.article), s) for s in scores)
    yield from (
        article.finished(measurer.metrics)
        for article in _by_servers(_by_models(articles, measurer), measurer)
    )


def _by_models(articles: Iterable[_Open], measurer: Measurer) -> Iterator[_Open]:
    """Yield the articles once the metrics that compute here have measured their summaries, one by one."""
    here = [chosen for chosen in measurer.metrics if not chosen.metric.remote]
    for article in articles:
        for question in article.questions(here):
            article.put(question, measurer.note(question.chosen, measurer.answer(question)))
        yield article


def _by_servers(articles: Iterator[_Open], measurer: Measurer) -> Iterator[_Open]:
    """Yield the articles in order once all their answers have come; several are under way at once."""
    remote = [chosen for chosen in measurer.metrics if chosen.metric.remote]
    if not remote:
        yield from articles
        return
    waiting: deque[_Open] = deque()

    def tasks() -> Iterator[tuple[_Open, Question]]:
        for article in articles:
            waiting.append(article)
            questions = list(article.questions(remote))
            article.left = len(questions)
            for question in questions:
                yield article, question

    work = tasks()
    for answered in in_threads(lambda task: measurer.answer(task[1]), work, measurer.connections, None):
        article, question = answered.task
        article.put(question, measurer.note(question.chosen, answered.result))
        article.left -= 1
        while waiting and not waiting[0].left:
            yield waiting.popleft()
    yield from waiting
