package org.ipsisim.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes files that are nearly, or not at all, scenarios: the same ones for the same seed. */
public final class Mutations {
    private static final List<String> TOKENS = List.of(
            "[",
            "]",
            "{",
            "}",
            ": ",
            ", ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "|\n",
            ">-\n",
            "? ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\"",
            "'",
            "\\",
            "\u0000",
            "\u001B[31m",
            "\uFEFF",
            "\u202E",
            "\r\n",
            "\r",
            "\u2028",
            "💥",
            "\uFFFE",
            "null",
            "~",
            "-1",
            "0",
            "99999999999999999999999999",
            "1e309",
            "0x1F",
            ".inf",
            "15s",
            "-5s",
            "1.5h",
            "2-5",
            "5-2",
            "0-999999",
            "y",
            "no",
            "100%",
            "-3%",
            "all",
            "main",
            "main-b",
            "arbiter-link",
            "sc-10",
            "sc-10a",
            "pn-1",
            "ipsi-1b",
            "title",
            "duration",
            "port-networks",
            "timers",
            "events",
            "expect",
            "servers",
            "sites",
            "links",
            "<<: ",
            "{pn: 1}",
            "[[[[[[[[[[",
            "{a: {a: {a: ",
            "bursts: ",
            "{good: 30s, bad: 2s}",
            "congestion",
            "every",
            "burst",
            "peak-loss",
            "busyout",
            "release-busyout",
            "disable: main",
            "full-load",
            "heartbeat-transport: tcp\n",
            "data-as-heartbeats: y\n",
            "sip",
            "controllers: [sm-1]",
            "6001-6400",
            "failback: all",
            "recovery-wait: {min: 1s}",
            "at",
            "for");

    private final SplittableRandom random;
    private final List<byte[]> originals;

    public Mutations(long seed, List<byte[]> originals) {
        this.random = new SplittableRandom(seed);
        this.originals = originals;
    }

    public byte[] next() {
        byte[] file = random.nextInt(20) == 0 ? noise() : original();
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            file = change(file);
        }
        return file;
    }

    private byte[] original() {
        return originals.get(random.nextInt(originals.size()));
    }

    private byte[] change(byte[] file) {
        int at = file.length == 0 ? 0 : random.nextInt(file.length);
        int end = Math.min(file.length, at + random.nextInt(30));
        return switch (random.nextInt(10)) {
            case 0 -> splice(file, at, Math.min(file.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 1 -> splice(file, at, end, new byte[0]);
            case 2 -> splice(file, at, at, token());
            case 3 -> splice(file, at, end, token());
            case 4 -> splice(file, at, file.length, new byte[0]);
            case 5 -> splice(file, at, at, Arrays.copyOfRange(file, at, end));
            case 6 -> splice(file, at, at, crossover());
            case 7 -> splice(file, afterColon(file, at), lineEnd(file, at), token());
            case 8 -> splice(file, at, at, " ".repeat(random.nextInt(8)).getBytes(StandardCharsets.UTF_8));
            default -> splice(file, at, at, repeated());
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] repeated() {
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return token.repeat(1 + random.nextInt(200)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] crossover() {
        byte[] other = original();
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(200)));
    }

    private byte[] noise() {
        ByteArrayOutputStream noise = new ByteArrayOutputStream();
        int length = random.nextInt(300);
        boolean tokens = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            if (tokens) {
                noise.writeBytes(token());
            } else {
                noise.write(random.nextInt(256));
            }
        }
        return noise.toByteArray();
    }

    private static int afterColon(byte[] file, int at) {
        int end = lineEnd(file, at);
        for (int i = at; i < end; i++) {
            if (file[i] == ':') {
                return Math.min(end, i + 2);
            }
        }
        return end;
    }

    private static int lineEnd(byte[] file, int at) {
        int end = at;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return end;
    }

    private static byte[] splice(byte[] file, int from, int to, byte[] insert) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(file, 0, from);
        result.writeBytes(insert);
        result.write(file, to, file.length - to);
        return result.toByteArray();
    }
}
