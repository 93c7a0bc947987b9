package dev.vesper.adapters.console;

import dev.vesper.adapters.text.AxisTicks;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.ScheduleLine;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The life of a parent order on one picture, over the hours in which it was worked: prices of its fills in the market's, its
 * filled units against its schedule, and its own volume in the market's.
 */
final class LifePicture {
    private static final int LINES = 4;
    private static final double GAP = 30;

    private final OrderLife life;
    private final Picture.Sheet sheet = new Picture.Sheet();
    private final LifePanel frame;

    private LifePicture(OrderLife life, LifePanel frame) {
        this.life = life;
        this.frame = frame;
    }

    /** For a screen. */
    static Picture wide(OrderLife life, String said) {
        return draw(life, said, "life wide", 900, 560);
    }

    /** For a phone. */
    static Picture narrow(OrderLife life, String said) {
        return draw(life, said, "life narrow", 360, 520);
    }

    private static Picture draw(OrderLife life, String said, String css, int width, int height) {
        List<ScheduleLine> schedule = life.schedule();
        LifePanel frame = new LifePanel(
                62,
                width - 8.0,
                22,
                height - 24.0,
                millis(schedule.getFirst().from()),
                millis(schedule.getLast().until()),
                0,
                1);
        return new LifePicture(life, frame).drawn(css, width, height, said);
    }

    private Picture drawn(String css, int width, int height, String said) {
        double room = frame.bottom() - frame.top() - 2 * GAP;
        double first = frame.top() + room * 0.44;
        double second = first + GAP + room * 0.34;
        prices(part(frame.top(), first));
        units(part(first + GAP, second));
        volume(part(second + GAP, frame.bottom()));
        return sheet.done(css, width, height, said);
    }

    private LifePanel part(double top, double bottom) {
        return new LifePanel(frame.left(), frame.right(), top, bottom, frame.fromMillis(), frame.untilMillis(), 0, 1);
    }

    private void prices(LifePanel part) {
        DoubleSummaryStatistics range = DoubleStream.concat(
                        Stream.of(life.order().arrivalPrice(), life.order().decisionPrice())
                                .mapToDouble(BigDecimal::doubleValue),
                        DoubleStream.concat(
                                life.fills().stream()
                                        .mapToDouble(fill -> fill.price().doubleValue()),
                                life.market().stream()
                                        .flatMap(bar -> Stream.of(bar.low(), bar.high()))
                                        .filter(Objects::nonNull)
                                        .mapToDouble(BigDecimal::doubleValue)))
                .summaryStatistics();
        double spare = Math.max((range.getMax() - range.getMin()) * 0.06, range.getMax() * 1e-5);
        LifePanel panel = part.with(range.getMin() - spare, range.getMax() + spare);
        panel.axis(
                sheet, "Price, " + life.order().currency(), AxisTicks.within(panel.low(), panel.high(), LINES), true);
        Picture.Pen band = new Picture.Pen();
        Picture.Pen path = new Picture.Pen();
        for (OrderLife.MarketBar bar : life.market()) {
            BigDecimal low = bar.low();
            BigDecimal high = bar.high();
            BigDecimal last = bar.last();
            if (low != null && high != null && last != null) {
                double from = panel.x(millis(bar.from()));
                double until = panel.x(millis(bar.until()));
                double y = panel.y(high.doubleValue());
                band.box(from, y, until - from, Math.max(1, panel.y(low.doubleValue()) - y));
                path.to(until, panel.y(last.doubleValue()));
            }
        }
        sheet.mark("range", band);
        sheet.mark("decision", level(panel, life.order().decisionPrice()));
        sheet.mark("arrival", level(panel, life.order().arrivalPrice()));
        sheet.mark("market", path);
        sheet.mark("fill", dots(panel));
    }

    private static Picture.Pen level(LifePanel panel, BigDecimal price) {
        double y = panel.y(price.doubleValue());
        return new Picture.Pen().line(panel.left(), y, panel.right(), y);
    }

    /** The larger, the larger the fill; those that would hide each other are drawn once. */
    private Picture.Pen dots(LifePanel panel) {
        double largest = life.fills().stream()
                .mapToDouble(fill -> fill.quantity().doubleValue())
                .max()
                .orElse(1);
        Set<List<Long>> seen = new HashSet<>();
        Picture.Pen pen = new Picture.Pen();
        for (OrderLife.LifeFill fill : life.fills()) {
            double x = panel.x(millis(fill.at()));
            double y = panel.y(fill.price().doubleValue());
            double radius = 2 + 3 * Math.sqrt(fill.quantity().doubleValue() / largest);
            if (seen.add(List.of(Math.round(x / 2), Math.round(y / 2), Math.round(radius)))) {
                pen.dot(x, y, radius);
            }
        }
        return pen;
    }

    private void units(LifePanel part) {
        LifePanel panel = LifePanel.fromZero(part, life.order().quantity().doubleValue(), LINES - 1);
        panel.axis(
                sheet,
                "Units of the order",
                AxisTicks.upTo(life.order().quantity().doubleValue(), LINES - 1),
                false);
        Picture.Pen planned = new Picture.Pen().to(panel.left(), panel.bottom());
        for (ScheduleLine line : life.schedule()) {
            planned.to(panel.x(millis(line.until())), panel.y(line.planned().doubleValue()));
        }
        Picture.Pen filled = new Picture.Pen().to(panel.left(), panel.bottom());
        double y = panel.bottom();
        for (OrderLife.LifeFill fill : life.fills()) {
            double x = panel.x(millis(fill.at()));
            filled.to(x, y);
            y = panel.y(fill.total().doubleValue());
            filled.to(x, y);
        }
        filled.to(panel.x(seenUntil()), y);
        sheet.mark("ordered", level(panel, life.order().quantity()));
        sheet.mark("planned", planned);
        sheet.mark("filled", filled);
    }

    private void volume(LifePanel part) {
        double largest = life.market().stream()
                .mapToDouble(bar -> bar.volume().doubleValue())
                .max()
                .orElse(0);
        LifePanel panel = LifePanel.fromZero(part, largest, 2);
        panel.axis(sheet, "Units traded", AxisTicks.upTo(largest, 2), false);
        panel.hours(sheet, 44);
        Picture.Pen all = new Picture.Pen();
        Picture.Pen own = new Picture.Pen();
        for (OrderLife.MarketBar bar : life.market()) {
            double from = panel.x(millis(bar.from())) + 0.5;
            double wide = panel.x(millis(bar.until())) - 0.5 - from;
            box(all, panel, from, wide, bar.volume().doubleValue());
            box(own, panel, from, wide, filledIn(bar).doubleValue());
        }
        sheet.mark("volume", all);
        sheet.mark("own", own);
    }

    private static void box(Picture.Pen pen, LifePanel panel, double x, double width, double units) {
        double y = panel.y(Math.min(units, panel.high()));
        pen.box(x, y, width, panel.bottom() - y);
    }

    private BigDecimal filledIn(OrderLife.MarketBar bar) {
        return life.fills().stream()
                .filter(fill ->
                        fill.at().compareTo(bar.from()) >= 0 && fill.at().compareTo(bar.until()) < 0)
                .map(OrderLife.LifeFill::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** To the close where it is over, otherwise as far as anybody sees: the last booked slice, or a fill behind it. */
    private long seenUntil() {
        return life.over()
                ? frame.untilMillis()
                : Stream.concat(
                                life.schedule().stream()
                                        .filter(line -> line.filled() != null)
                                        .map(ScheduleLine::until),
                                life.fills().stream().map(OrderLife.LifeFill::at))
                        .mapToLong(LifePicture::millis)
                        .max()
                        .orElse(frame.fromMillis());
    }

    private static long millis(String timeOfDay) {
        return LocalTime.parse(timeOfDay).toNanoOfDay() / 1_000_000;
    }
}
