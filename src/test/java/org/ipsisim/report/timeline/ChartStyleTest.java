package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartStyleTest {
    private static List<BandState> looks() {
        return BandState.LOOKS;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void textOnEveryBandHasEnoughContrastAndOnADarkPageEveryBand(BandState band) {
        assertThat(contrast(band.ink(), band.fill())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(band.darkInk(), band.darkFill())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(band.darkFill(), ChartStyle.DARK_PAPER)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void textOnPaperHasEnoughContrast() {
        assertThat(contrast(ChartStyle.INK, "#ffffff")).isGreaterThanOrEqualTo(7);
        assertThat(contrast(ChartStyle.MUTED, "#ffffff")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void noTwoStatesShareColourOrHatchingAlike() {
        assertThat(looks()).extracting(BandState::fill).doesNotHaveDuplicates();
        assertThat(looks()).extracting(BandState::darkFill).doesNotHaveDuplicates();
        assertThat(looks())
                .extracting(BandState::hatch)
                .filteredOn(hatch -> hatch != Hatch.NONE)
                .doesNotHaveDuplicates();
    }

    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i ->
                        weights[i] * linear(Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0))
                .sum();
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
