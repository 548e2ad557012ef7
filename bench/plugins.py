"""Finding adapters without running them: files, entry points, what they promise."""

import ast
import difflib
import hashlib
import importlib
import importlib.util
import inspect
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from bench.errors import UsageError
from bench.paths import bundled, system_places
from bench.records import SystemKind

ENTRY_POINT_GROUP = "sumbench.systems"
_KINDS = ("system", "baseline", "control")


class Found(msgspec.Struct, frozen=True):
    """One adapter as its file describes it; `broken` says why it cannot be used.

    `options` are the keyword-only parameters with the source text of their defaults, `functions` the names
    that the file defines at its top. An adapter with a `module` is imported by that name, others by path.
    """

    name: str
    path: Path | None
    origin: str
    kind: SystemKind = "system"
    about: str = ""
    options: tuple[tuple[str, str], ...] = ()
    constants: Mapping[str, Any] = {}
    broken: str = ""
    shadowed: bool = False
    module: str = ""
    function: str = "summarize"
    functions: tuple[str, ...] = ()

    @property
    def remote(self) -> bool:
        """Whether the adapter says that it waits on something else than this machine's processor."""
        return bool(self.constants.get("REMOTE"))


def read_adapter(path: Path, origin: str, name: str | None = None, function: str = "summarize") -> Found:
    """Describe the adapter in `path` from its syntax tree alone; none of its code runs."""
    name = name or path.stem
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    except (SyntaxError, ValueError, OSError) as error:
        where = f" on line {error.lineno}" if isinstance(error, SyntaxError) else ""
        return Found(name, path, origin, broken=f"does not parse{where}: {getattr(error, 'msg', error)}")
    constants = _constants(tree)
    defined = {n.name: n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))}
    node = defined.get(function)
    about = (ast.get_docstring(tree) or (ast.get_docstring(node) if node else "") or "").split("\n")[0]
    if node is None:
        lacking = f"has no function `{function}(article, *, ...)`"
        return Found(name, path, origin, about=about, broken=lacking, function=function)
    kind = constants.get("KIND", "system")
    broken = _fault(node) or (
        "" if kind in _KINDS else f"KIND is {kind!r}, expected one of {', '.join(_KINDS)}"
    )
    return Found(
        name, path, origin, "system" if broken else kind, about, _parameters(node), constants, broken,
        function=function, functions=tuple(sorted(defined)),
    )  # fmt: skip


def _fault(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """Return what is wrong with the signature of an adapter's function, or ""."""
    if isinstance(node, ast.AsyncFunctionDef):
        return f"{node.name} is async; write an ordinary function (REMOTE = True runs it in threads)"
    named = [*node.args.posonlyargs, *node.args.args]
    if not named and node.args.vararg is None:
        return f"{node.name} takes no article; write {node.name}(article, *, words=60)"
    if len(named) > 1:
        return f"the options of {node.name} must follow a *: {node.name}({named[0].arg}, *, {named[1].arg}=…)"
    return ""


def _constants(tree: ast.Module) -> dict[str, Any]:
    """Return the literal module-level constants in capitals."""
    found: dict[str, Any] = {}
    for node in tree.body:
        if not isinstance(node, ast.Assign) or len(node.targets) != 1:
            continue
        target = node.targets[0]
        if isinstance(target, ast.Name) and target.id.isupper():
            try:
                found[target.id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[tuple[str, str], ...]:
    """Return the keyword-only parameters with the text of their defaults ("" where there is none)."""
    arguments = function.args
    return tuple(
        (argument.arg, ast.unparse(default) if default is not None else "")
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    )


def _entry_point_adapters(names: Collection[str] | None) -> Iterator[Found]:
    """Describe the adapters that installed packages announce (under `names`), without importing them."""
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda p: p.name):
        if names is None or point.name in names:
            yield _announced(point)


def _announced(point: EntryPoint) -> Found:
    """Describe one announced adapter: `module`, or `module:function`."""
    package = point.dist.name if point.dist else point.value
    path = module_file(point.module)
    if path is None:
        return Found(point.name, None, package, broken=f"module {point.module} cannot be found")
    found = read_adapter(path, package, point.name, point.attr or "summarize")
    return msgspec.structs.replace(found, module=point.module)


def module_file(module: str) -> Path | None:
    """Return the file of a module without importing it or its packages."""
    parts = module.split(".")
    for place in [*sys.path, "."]:
        stem = Path(place or ".").joinpath(*parts)
        for candidate in (stem.with_suffix(".py"), stem / "__init__.py"):
            if candidate.is_file():
                return candidate
    return None


def _callable(name: str) -> Found:
    """Describe `module:callable`, a function that needs no file of its own.

    What its source does not show (a wrapped or imported function) is asked of the function itself.
    """
    module, _, function = name.partition(":")
    path = module_file(module)
    if path is None:
        raise UsageError(f"no module {module!r} for system {name!r}, neither here nor installed")
    found = msgspec.structs.replace(read_adapter(path, module, name, function), module=module)
    if not found.broken.startswith("has no function"):
        return found
    target = load_function(found)
    options = tuple(
        (p.name, "" if p.default is p.empty else repr(p.default))
        for p in inspect.signature(target).parameters.values()
        if p.kind is p.KEYWORD_ONLY
    )
    about = (inspect.getdoc(target) or "").split("\n")[0]
    return msgspec.structs.replace(found, options=options, about=about, broken="")


def require(user: str, packages: Iterable[str], extra: str = "") -> None:
    """Raise UsageError, saying what to install, where a package that `user` needs is not there."""
    lacking = [name for name in packages if importlib.util.find_spec(name) is None]
    if lacking:
        what = f"'sumbench[{extra}]'" if extra else " ".join(lacking)
        raise UsageError(f"{user} needs {', '.join(lacking)}: pip install {what}")


def find_systems(names: Collection[str] | None = None) -> list[Found]:
    """List the adapters in order of precedence; a later one of the same name is marked as shadowed.

    With `names`, only adapters of these names are read and listed.
    """
    from bench.bounds import HARNESS_SYSTEMS

    found: list[Found] = [system for system in HARNESS_SYSTEMS if names is None or system.name in names]
    for place in system_places():
        origin = "bundled" if place == bundled("systems") else str(place)
        found += [
            read_adapter(path, origin)
            for path in sorted(place.glob("*.py"))
            if not path.name.startswith("_") and (names is None or path.stem in names)
        ]
    found += _entry_point_adapters(names)
    seen: set[str] = set()
    listed = []
    for adapter in found:
        listed.append(msgspec.structs.replace(adapter, shadowed=adapter.name in seen))
        seen.add(adapter.name)
    return listed


def find_system(name: str) -> Found:
    """Return the adapter that `name` (a name, a path, or module:callable) stands for.

    Raises UsageError with the nearest names, or with what is wrong with a broken one.
    """
    if name.endswith(".py"):
        path = Path(name).expanduser()
        if not path.is_file():
            raise UsageError(f"no adapter file {name}")
        adapter = read_adapter(path, str(path.parent))
    elif ":" in name:
        adapter = _callable(name)
    else:
        usable = {a.name: a for a in find_systems() if not a.shadowed}
        if name not in usable:
            near = difflib.get_close_matches(name, usable, n=3, cutoff=0.5)
            hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(sorted(usable))}"
            raise UsageError(f"no system {name!r}; {hint} (`sumbench list systems` shows all)")
        adapter = usable[name]
    if adapter.broken:
        raise UsageError(f"system {adapter.name} ({adapter.path or adapter.origin}) {adapter.broken}")
    return adapter


_loading = threading.RLock()


def load_function(found: Found, name: str = "") -> Callable[..., Any]:
    """Import an adapter and return its function, or another one of its file.

    Raises UsageError where a `module:callable` has no such callable.
    """
    if found.path is None:
        raise UsageError(f"system {found.name} has no file")
    if not found.module:
        return getattr(load_module(found.path), name or found.function)  # type: ignore[no-any-return]
    with _loading:
        if "" not in sys.path and str(Path.cwd()) not in sys.path:
            sys.path.append(str(Path.cwd()))
        target: Any = importlib.import_module(found.module)
    for part in (name or found.function).split("."):
        target = getattr(target, part, None)
    if not callable(target):
        raise UsageError(f"module {found.module} has no callable {name or found.function}")
    return target  # type: ignore[no-any-return]


def load_module(path: Path) -> ModuleType:
    """Import an adapter file by its path, once per process, by one thread while others wait."""
    name = f"sumbench_system_{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]}"
    with _loading:
        return sys.modules[name] if name in sys.modules else _execute(path, name)


def _execute(path: Path, name: str) -> ModuleType:
    """Run an adapter's file as a module called `name`."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise UsageError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    shared = _SharedFiles(path.resolve().parent)
    sys.meta_path.append(shared)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    finally:
        sys.meta_path.remove(shared)
        for loaded in shared.names:
            sys.modules.pop(loaded, None)
    return module


class _SharedFiles(MetaPathFinder):
    """Lets an adapter import the underscore files beside it, and only those.

    Its folder never goes on sys.path: there, random.py and copy.py would hide the standard library's.
    """

    def __init__(self, folder: Path):
        self.folder, self.names = folder, list[str]()

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        file = self.folder / f"{fullname}.py"
        if not fullname.startswith("_") or not file.is_file():
            return None
        self.names.append(fullname)
        return importlib.util.spec_from_file_location(fullname, file)
