package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page can be mailed: everything is in it, and it is small. */
class ReportSizeTest {
    @TempDir
    Path directory;

    @Test
    void eight_port_networks_in_a_bad_hour_take_less_than_320_KB() throws IOException {
        History history = Reports.run(Reports.BUSY);

        assertThat(history.portNetworks()).hasSize(8);
        assertThat(history.trace()).hasSizeGreaterThan(300);
        assertThat(Files.size(Reports.page(history, directory))).isLessThan(320_000);
    }

    @Test
    void the_largest_estate_takes_less_than_650_KB() throws IOException {
        assertThat(Files.size(Reports.page(Reports.run(Reports.sixtyFour()), directory)))
                .isLessThan(650_000);
    }

    @Test
    void a_quiet_one_takes_less_than_70_KB() throws IOException {
        assertThat(Files.size(Reports.page(Reports.shipped("minimal"), directory)))
                .isLessThan(70_000);
    }
}
