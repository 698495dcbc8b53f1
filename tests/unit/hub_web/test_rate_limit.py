from hub.web.rate_limit import RateLimit


def asked(limit, address, times, now):
    return [limit.wait_s(address, now) == 0 for _ in range(times)]


def test_an_address_gets_so_many_at_once_and_then_one_after_the_other():
    limit = RateLimit(at_once=3, per_minute=6, together_per_minute=600)
    assert asked(limit, "a", 5, 100.0) == [True, True, True, False, False]
    assert limit.wait_s("a", 100.0) == 10.0
    assert asked(limit, "a", 2, 110.0) == [True, False]
    assert asked(limit, "b", 1, 110.0) == [True]
    assert asked(limit, "a", 5, 1000.0) == [True, True, True, False, False]


def test_many_addresses_together_get_no_more_than_all_may():
    limit = RateLimit(at_once=5, per_minute=5, together_per_minute=60)
    granted = sum(limit.wait_s(f"address {n}", 0.0) == 0 for n in range(500))
    assert granted == 60
    assert sum(limit.wait_s(f"address {n}", 1.0) == 0 for n in range(500, 1000)) == 1


def test_a_flood_of_addresses_costs_no_memory_without_end():
    limit = RateLimit(at_once=1, per_minute=1, together_per_minute=10**9)
    for n in range(20_000):
        limit.wait_s(f"address {n}", 0.0)
    assert len(limit._left) == 10_000
