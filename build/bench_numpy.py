# The peer of the sampling benchmarks: numpy does the same operations, and says how many
# seconds that took, best of several.
# usage: bench_numpy.py plan | drivers
import sys
import time

import numpy as np

Z90 = 1.2815515655446004


def plan():
    """10,000 draws of model/calc's large plan: 50 groups of rows over ten years, the
    volume of each in doubt, all years of a group drawn at once."""
    random = np.random.default_rng(1)
    draws, groups, years = 10_000, 50, 10
    low, high = np.log(1000.0), np.log(1500.0)
    mu, sigma = (low + high) / 2, (high - low) / (2 * Z90)
    hours, capacity = 0.75, 900.0
    total = np.zeros((years, draws))
    for _ in range(groups):
        work = np.exp(mu + sigma * random.standard_normal(draws)) * hours
        opening = 0.0
        for year in range(years):
            waiting = opening + work
            done = np.minimum(waiting, capacity)
            closing = waiting - done
            share = work * (done / capacity)
            most = np.maximum(share, done)
            total[year] += most + closing + work
            opening = closing
    return np.percentile(total, [10, 50, 90], axis=1)


def drivers():
    """100,000 paths of eight tied lognormal drivers, each with ten years that widen."""
    random = np.random.default_rng(1)
    paths, count, years = 100_000, 8, 10
    correlation = np.eye(count) + 0.4 * (np.eye(count, k=1) + np.eye(count, k=-1))
    scores = np.linalg.cholesky(correlation) @ random.standard_normal((count, paths))
    for driver in range(count):
        for year in range(years):
            spread = 0.1 * np.sqrt(year + 1) / Z90
            np.exp(np.log(1000.0) + spread * scores[driver])


work = {"plan": plan, "drivers": drivers}[sys.argv[1]]
best = float("inf")
for _ in range(7):
    began = time.perf_counter()
    work()
    best = min(best, time.perf_counter() - began)
print(best)
