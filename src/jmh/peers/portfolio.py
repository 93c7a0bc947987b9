"""The same returns through numpy, pandas, PyPortfolioOpt and skfolio: CPU time for each call, as CSV.

portfolio.py FOLDER OUT reads FOLDER/<history>-returns.f64 and Vesper's answers beside it, and writes a line for each
measurement: what, history, peer, milliseconds of CPU, the largest difference to Vesper's answer.
"""

import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from pypfopt import EfficientFrontier, HRPOpt, risk_models
from skfolio import RiskMeasure
from skfolio.cluster import HierarchicalClustering, LinkageMethod
from skfolio.optimization import HierarchicalRiskParity, MeanRisk

ROWS = 1260
SECONDS = 3.0


def cpu_milliseconds(call):
    """Mean CPU time of a call after a first one, over about three seconds and at least three calls."""
    call()
    spent, calls = 0.0, 0
    while calls < 3 or spent < SECONDS:
        before = time.process_time()
        call()
        spent += time.process_time() - before
        calls += 1
    return 1000 * spent / calls


def hrp_of_returns(returns):
    return list(HRPOpt(returns=returns).optimize().values())


def hrp_of_covariance(returns):
    return list(HRPOpt(cov_matrix=returns.cov()).optimize().values())


def minimum_variance(returns):
    covariance = risk_models.fix_nonpositive_semidefinite(returns.cov())
    return list(EfficientFrontier(None, covariance).min_volatility().values())


def skfolio_hrp(returns):
    clustering = HierarchicalClustering(linkage_method=LinkageMethod.SINGLE)
    model = HierarchicalRiskParity(
        risk_measure=RiskMeasure.VARIANCE, hierarchical_clustering_estimator=clustering
    )
    return model.fit(returns).weights_


def skfolio_minimum_variance(returns):
    return MeanRisk().fit(returns).weights_


def peers(history, returns):
    """What, whose, and the call; skfolio takes no returns with gaps."""
    pypfopt = f"PyPortfolioOpt {version('pyportfolioopt')}"
    skfolio = f"skfolio {version('skfolio')}"
    yield "covariance", f"pandas {pd.__version__}", lambda: returns.cov().to_numpy()
    if history == "complete":
        values = returns.to_numpy()
        yield "covariance", f"numpy {np.__version__}", lambda: np.cov(values, rowvar=False)
        yield "hierarchicalRiskParity", pypfopt, lambda: hrp_of_returns(returns)
        yield "hierarchicalRiskParity", skfolio, lambda: skfolio_hrp(returns)
        yield "minimumVariance", pypfopt, lambda: minimum_variance(returns)
        yield "minimumVariance", skfolio, lambda: skfolio_minimum_variance(returns)
    else:
        yield "hierarchicalRiskParity", pypfopt, lambda: hrp_of_covariance(returns)
        yield "minimumVariance", pypfopt, lambda: minimum_variance(returns)


def main(folder, out):
    warnings.simplefilter("ignore")
    with open(out, "w", encoding="utf-8") as lines:
        for history in ("complete", "gaps"):
            values = np.fromfile(folder / f"{history}-returns.f64").reshape(-1, ROWS).T
            returns = pd.DataFrame(values, columns=[f"A{i:04}" for i in range(values.shape[1])])
            for what, peer, call in peers(history, returns):
                ours = np.fromfile(folder / f"{history}-{what}.f64")
                difference = np.abs(np.ravel(call()) - ours).max()
                milliseconds = cpu_milliseconds(call)
                print(f"  {what} {history}, {peer}: {milliseconds:.1f} ms", flush=True)
                lines.write(f"{what},{history},{peer},{milliseconds},{difference:.1e}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
