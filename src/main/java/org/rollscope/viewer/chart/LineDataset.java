package org.rollscope.viewer.chart;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * Thinned lines as JFreeChart reads them; x is in seconds before the newest frame.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class LineDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;

    private final transient List<PixelColumns> lines;
    private final List<String> names;
    private long newestUs;

    /** Lines with the names of the legend. */
    public LineDataset(List<PixelColumns> lines, List<String> names) {
        this.lines = List.copyOf(lines);
        this.names = List.copyOf(names);
    }

    /** What a line is drawn from. */
    PixelColumns line(int series) {
        return lines.get(series);
    }

    /** The lines were filled anew. */
    public void refilled(long newestTimeUs) {
        newestUs = newestTimeUs;
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return names.get(series);
    }

    @Override
    public int getItemCount(int series) {
        return lines.get(series).count();
    }

    @Override
    public double getXValue(int series, int item) {
        return (lines.get(series).timeUs(item) - newestUs) / 1e6;
    }

    @Override
    public double getYValue(int series, int item) {
        return lines.get(series).value(item);
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }
}
