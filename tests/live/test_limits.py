"""How much of anything one sender may have."""

from __future__ import annotations

from game.live.limits import Bucket, Guesses


def test_a_bucket_takes_its_burst_and_then_some_a_second() -> None:
    bucket = Bucket(0.0)
    assert all(bucket.takes(0.0) for _ in range(int(Bucket.BURST)))
    assert not bucket.takes(0.0)
    assert bucket.takes(1.0)


def test_who_sends_on_and_on_is_a_flood_and_who_waits_is_none() -> None:
    bucket = Bucket(0.0)
    for _ in range(int(Bucket.BURST + Bucket.BEYOND)):
        bucket.takes(0.0)
    assert not bucket.flooded
    bucket.takes(0.0)
    assert bucket.flooded


def test_a_whole_class_may_mistype_its_pin_once() -> None:
    guesses = Guesses()
    for at in range(Guesses.OF_ADDRESS):
        assert guesses.may("school", float(at) / 10)
        guesses.wrong("school", float(at) / 10)
    assert not guesses.may("school", 5.0)
    assert guesses.may("school", 5.0 + Guesses.WINDOW_S)


def test_many_guessing_addresses_do_not_lock_out_one_that_has_not_guessed() -> None:
    guesses = Guesses()
    for at in range(Guesses.OF_ALL):
        guesses.wrong(f"10.0.0.{at}", 0.0)
    assert not guesses.may("10.0.0.1", 1.0)
    assert guesses.may("10.0.1.1", 1.0)


def test_addresses_that_have_guessed_do_not_fill_the_memory() -> None:
    guesses = Guesses()
    for at in range(Guesses.ADDRESSES + 500):
        guesses.wrong(str(at), float(at))
    assert len(guesses._wrong) <= Guesses.ADDRESSES
