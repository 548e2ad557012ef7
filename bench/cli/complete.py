"""What the Tab key offers where a shell has been told to ask us (docs/cli.md): names, then files."""

from collections.abc import Callable, Iterable

from click import Context, Parameter
from click.shell_completion import CompletionItem

Complete = Callable[[Context, Parameter, str], list[CompletionItem]]


def _offering(names: Callable[[Context], Iterable[str]], *, files: bool = False) -> Complete:
    """Return a completion by `names`; nothing that is wrong with them is said in the middle of a line."""

    def complete(context: Context, parameter: Parameter, begun: str) -> list[CompletionItem]:
        from bench.errors import SumbenchError

        try:
            found = [CompletionItem(name) for name in names(context) if name.startswith(begun)]
        except (SumbenchError, OSError):
            found = []
        # A shell that is told to look for files forgets the names.
        return found or ([CompletionItem(begun, type="file")] if files else [])

    return complete


def _systems(context: Context) -> Iterable[str]:
    from bench.plugins import find_systems

    return sorted({one.name for one in find_systems() if one.kind != "bound" and not one.broken})


def _corpora(context: Context) -> Iterable[str]:
    from bench.corpus import corpora

    return corpora()


def _articles(context: Context) -> Iterable[str]:
    from bench.corpus import open_corpus

    named = context.params.get("corpus") or context.params.get("corpora") or "wire"
    return [name for one in ([named] if isinstance(named, str) else named) for name in open_corpus(one).ids]


complete_systems = _offering(_systems, files=True)
complete_corpora = _offering(_corpora, files=True)
complete_files = _offering(lambda context: (), files=True)
complete_articles = _offering(_articles)
