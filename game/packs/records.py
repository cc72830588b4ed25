"""Frozen records as plain lists, and back, many at a time.

Records of one type become columns: a list for each field, with what is the same in all of them
once. Coming back every value must be of the type that its field names. A column is judged and put
into its records as a whole, which costs a fraction of what it costs value by value.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache
from itertools import accumulate, chain, pairwise, repeat
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def as_plain(record: Any) -> Any:
    """A record, and all that it holds, as JSON can hold it."""
    return _plain(type(record), [record])


def from_plain(kind: type[_T], plain: object) -> _T:
    """The record of that type of which `as_plain` made this. ValueError if it cannot have been."""
    try:
        made: _T = _made(kind, plain, 1)[0]
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError("this is no record of ours") from error
    return made


def _plain(kind: Any, values: Sequence[Any]) -> Any:
    """Values of one type as a column."""
    if not values:
        return []
    if _is_record(kind):
        if not _is_small(kind):
            return [None, len(values), *_columns(kind, values)]
        distinct = {value: at for at, value in enumerate(dict.fromkeys(values))}
        at = [distinct[value] for value in values]
        return [_shortened(at), len(distinct), *_columns(kind, list(distinct))]
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        if kinds[-1] is not Ellipsis:
            return [
                _plain(one, column)
                for one, column in zip(kinds, zip(*values, strict=True), strict=True)
            ]
        flat = list(chain.from_iterable(values))
        return [_shortened(list(map(len, values))), _plain(kinds[0], flat)]
    if (record := _optional(kind)) is not None:
        there = [value for value in values if value is not None]
        return [_shortened([value is not None for value in values]), _plain(record, there)]
    return _shortened(list(values))


def _columns(kind: Any, values: Sequence[Any]) -> list[Any]:
    return [_plain(of, [getattr(v, name) for v in values]) for name, of in _fields(kind).items()]


def _shortened(column: list[Any]) -> list[Any]:
    alike = len(column) > 1 and len(set(column)) == 1 and len(set(map(type, column))) == 1
    return column[:1] if alike else column


def _made(kind: Any, plain: Any, count: int) -> Sequence[Any]:
    """So many values of one type from their column, each judged."""
    if count == 0:
        return ()
    if _is_record(kind):
        at, distinct, *columns = plain
        _must(type(distinct) is int and 0 < distinct <= count)
        records = _records(kind, columns, distinct)
        if at is None:
            _must(distinct == count)
            return records
        places = _values({int}, at, count)
        _must(min(places) >= 0)
        return [records[place] for place in places]
    if get_origin(kind) is tuple:
        return _tuples(get_args(kind), plain, count)
    if (record := _optional(kind)) is not None:
        mask = _values({bool}, plain[0], count)
        there = iter(_made(record, plain[1], sum(mask)))
        return [next(there) if one else None for one in mask]
    types, words = _types(kind)
    found = _values(types, plain, count)
    _must(not words or words >= {word for word in found if type(word) is str})
    return found


def _values(kinds: Set[Any], plain: Any, count: int) -> Sequence[Any]:
    _must(type(plain) is list and len(plain) in (1, count) and set(map(type, plain)) <= kinds)
    column: list[Any] = plain
    return column if len(column) == count else column * count


def _tuples(kinds: tuple[Any, ...], plain: Any, count: int) -> Sequence[Any]:
    if kinds[-1] is not Ellipsis:
        columns = [_made(kind, one, count) for kind, one in zip(kinds, plain, strict=True)]
        return list(zip(*columns, strict=True))
    lengths = _values({int}, plain[0], count)
    _must(min(lengths) >= 0)
    if max(lengths) == 0:
        return [()] * count
    flat = tuple(_made(kinds[0], plain[1], sum(lengths)))
    if min(lengths) == max(lengths):
        return list(zip(*[iter(flat)] * lengths[0], strict=True))
    return [flat[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]


def _records(kind: Any, columns: Sequence[Any], count: int) -> Sequence[Any]:
    """Records made without their `__init__`, which in a frozen one takes three times as long."""
    records: list[Any] = list(map(object.__new__, repeat(kind, count)))
    for (name, of), column in zip(_fields(kind).items(), columns, strict=True):
        put: Callable[[Any, Any], None] = getattr(kind, name).__set__
        _run(map(put, records, _made(of, column, count)))
    return records


def _run(calls: Iterable[object]) -> None:
    deque(calls, maxlen=0)


def _is_record(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind)


def _optional(kind: Any) -> Any:
    """The record of a type that is a record or None, else None."""
    if get_origin(kind) not in (UnionType, Union):
        return None
    return next(filter(_is_record, get_args(kind)), None)


@cache
def _types(kind: Any) -> tuple[frozenset[Any], frozenset[str]]:
    """The types that a plain value may have, and the only texts that it may be, () for any."""
    if get_origin(kind) is Literal:
        return frozenset({str}), frozenset(get_args(kind))
    if get_origin(kind) in (UnionType, Union):
        types, words = zip(*map(_types, get_args(kind)), strict=True)
        return frozenset().union(*types), frozenset().union(*words)
    return frozenset({float, int} if kind is float else {kind}), frozenset()


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """The types of a record's fields by their names."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@cache
def _is_small(kind: Any) -> bool:
    """Whether a record holds no others: equal ones are kept once, and shared."""
    return set(_fields(kind).values()) <= {str, int}


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError("this is no record of ours")
