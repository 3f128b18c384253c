package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop around a session, with a screen and a clock that do as the test wants. */
class PlayerTest {
    @TempDir
    Path directory;

    private final Sheet sheet = new Sheet();

    /** A screen of paper: keys are given before, each read takes as long as it may. */
    private static final class Sheet implements Display {
        private final Deque<Optional<Keystroke>> keys = new ArrayDeque<>();
        private final List<Picture> drawn = new ArrayList<>();
        private long clock;
        private int suspended;
        private boolean current;

        @Override
        public int columns() {
            return 80;
        }

        @Override
        public int rows() {
            return 24;
        }

        @Override
        public void draw(Picture picture) {
            drawn.add(picture);
            current = true;
        }

        @Override
        public Optional<Keystroke> read(long millis) throws IOException {
            clock += millis;
            if (keys.isEmpty()) {
                throw new IOException("the test is over");
            }
            return keys.remove();
        }

        @Override
        public boolean isCurrent() {
            return current;
        }

        @Override
        public void forget() {
            current = false;
        }

        @Override
        public void suspend() {
            suspended++;
            clock += 3_600_000;
        }

        String last() {
            return Viewer.text(drawn.get(drawn.size() - 1));
        }
    }

    private void press(String characters) {
        characters.codePoints().forEach(c -> sheet.keys.add(Optional.of(Keystroke.of(c))));
    }

    private void press(Keystroke.Name name) {
        sheet.keys.add(Optional.of(Keystroke.of(name)));
    }

    private void wait(int frames) {
        for (int i = 0; i < frames; i++) {
            sheet.keys.add(Optional.empty());
        }
    }

    private boolean play() throws IOException {
        return new Player(Viewer.of("wan-cut").session(), sheet, true, true, () -> sheet.clock).play();
    }

    @Test
    void time_goes_on_by_the_clock() throws IOException {
        press(" ");
        wait(20);
        press("q");
        assertThat(play()).isFalse();
        assertThat(sheet.last()).contains("▶ 20s of 20m");
        assertThat(sheet.drawn).hasSize(22);
    }

    @Test
    void nothing_is_drawn_as_long_as_nothing_changes() throws IOException {
        wait(50);
        press("q");
        play();
        assertThat(sheet.drawn).hasSize(1);
    }

    @Test
    void ctrl_c_ends_it() throws IOException {
        press(Keystroke.Name.INTERRUPT);
        assertThat(play()).isTrue();
    }

    @Test
    void a_suspension_takes_no_time() throws IOException {
        press(" ");
        press(Keystroke.Name.SUSPEND);
        wait(1);
        press("q");
        play();
        assertThat(sheet.suspended).isEqualTo(1);
        assertThat(sheet.last()).contains("▶ 2s of 20m");
    }

    @Test
    void ctrl_l_draws_the_same_again() throws IOException {
        press(Keystroke.Name.REDRAW);
        press("q");
        play();
        assertThat(sheet.drawn).hasSize(2);
        assertThat(Viewer.text(sheet.drawn.get(1))).isEqualTo(Viewer.text(sheet.drawn.get(0)));
    }

    @Test
    void a_run_is_run_again_and_says_so_meanwhile() throws IOException {
        press("bwan");
        press(Keystroke.Name.ENTER);
        wait(1);
        press("q");
        play();
        assertThat(sheet.drawn).map(Viewer::text).anyMatch(text -> text.contains("running again with: fail wan"));
        assertThat(sheet.last()).contains("fork 2 of 2", "fork 2, from 0s on: fail wan");
    }

    @Test
    void a_run_that_is_too_much_is_not_taken() throws IOException {
        press("bflap wan down 15s up 20s times 100000");
        press(Keystroke.Name.ENTER);
        wait(1);
        press("x9d");
        press(Keystroke.Name.ENTER);
        wait(1);
        press("q");
        play();
        assertThat(sheet.last()).contains("fork");
    }

    @Test
    void a_scenario_is_written_and_replaced_only_after_a_question() throws IOException {
        Path file = directory.resolve("saved.yaml");
        for (int i = 0; i < 2; i++) {
            press("w");
            press(Keystroke.Name.CLEAR);
            press(file.toString());
            press(Keystroke.Name.ENTER);
            wait(1);
        }
        press("n");
        press(Keystroke.Name.ENTER);
        wait(1);
        press("w");
        press(Keystroke.Name.CLEAR);
        press(directory.resolve("no/where.yaml").toString());
        press(Keystroke.Name.ENTER);
        wait(1);
        press("q");
        play();
        assertThat(sheet.drawn)
                .map(Viewer::text)
                .anyMatch(text -> text.contains("saved.yaml written"))
                .anyMatch(text -> text.contains("exists already; replace it?"))
                .anyMatch(text -> text.contains("nothing written"));
        assertThat(sheet.last()).contains("not written, no such file or directory: ");
        assertThat(Files.readString(file)).startsWith("# Written by ipsisim play");
    }

    @Test
    void a_screen_that_fails_ends_it() {
        assertThatThrownBy(this::play).isInstanceOf(IOException.class).hasMessage("the test is over");
    }
}
