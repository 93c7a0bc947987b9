package dev.vesper.execution.queue;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The models of a queue that is seen by its size alone: a new one is a line here. */
public final class QueueModels {
    /** Only trades bring an order forward: the lower bound. */
    public static final QueueModel RISK_AVERSE = model("risk-averse", (ahead, behind) -> 1);

    public static final Registry<QueueModel> ALL = Registry.of(
            "queue model",
            QueueModel::word,
            List.of(
                    RISK_AVERSE,
                    model("power-1", against(x -> x)),
                    model("power-2", against(x -> x * x)),
                    model("power-3", against(x -> x * x * x)),
                    model("log", against(Math::log1p)),
                    model("log-whole", (ahead, behind) -> Math.log1p(behind) / Math.log1p(ahead + behind)),
                    model("front-power-3", (ahead, behind) -> 1 - Math.pow(ahead / (ahead + behind), 3))));

    private QueueModels() {}

    /** f(behind) / (f(behind) + f(ahead)). */
    private static DoubleBinaryOperator against(DoubleUnaryOperator f) {
        return (ahead, behind) -> f.applyAsDouble(behind) / (f.applyAsDouble(behind) + f.applyAsDouble(ahead));
    }

    private static QueueModel model(String word, DoubleBinaryOperator share) {
        return new QueueModel() {
            @Override
            public String word() {
                return word;
            }

            @Override
            public double shareBehind(double ahead, double behind) {
                return share.applyAsDouble(ahead, behind);
            }

            @Override
            public String toString() {
                return word;
            }
        };
    }
}
