package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process that is asked to end in the middle of some work does about it, and about the next. */
class UnbrokenTest {
    /** Is asked to end while it writes; others who have to do something at the end leave it a second. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> pause(1000)));
            if (arguments.length > 0) {
                Interrupt interrupt = new Interrupt();
                write();
                interrupt.close();
            } else {
                write();
            }
        }

        private static void write() throws Exception {
            Unbroken.run(() -> {
                new Thread(() -> System.exit(0)).start();
                while (!isEnding()) {
                    pause(10);
                }
                pause(100);
                System.out.println("first");
            });
            Unbroken.run(() -> System.out.println("second"));
        }

        private static boolean isEnding() {
            Thread hook = new Thread();
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                Runtime.getRuntime().removeShutdownHook(hook);
                return false;
            } catch (IllegalStateException e) {
                return true;
            }
        }

        private static void pause(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a command, '', first", "a study that prints what is done, study, 'first second'"})
    void what_was_begun_is_finished_and_the_next_begun_only_if_somebody_waits(
            String who, String argument, String written) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName());
        if (!argument.isEmpty()) {
            builder.command().add(argument);
        }
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out.strip().replaceAll("\\s+", " ")).isEqualTo(written);
        assertThat(process.waitFor()).isZero();
    }
}
