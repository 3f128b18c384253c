package org.ipsisim.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.cli.Outcome;

/**
 * A command line as a page shows it: words, quoted ones, perhaps {@code > file}, perhaps a comment in which
 * {@code exits 1} says how it ends.
 */
record CommandLine(List<String> words, String redirection, int status) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern STATUS = Pattern.compile("exits ([0-9]+)");

    static CommandLine parse(String line) {
        int comment = line.indexOf(" #");
        String command = comment < 0 ? line : line.substring(0, comment);
        Matcher status = STATUS.matcher(comment < 0 ? "" : line.substring(comment));
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
        words.remove(0);
        int arrow = words.indexOf(">");
        String redirection = arrow < 0 ? "" : words.get(arrow + 1);
        return new CommandLine(
                arrow < 0 ? words : words.subList(0, arrow),
                redirection,
                status.find() ? Integer.parseInt(status.group(1)) : 0);
    }

    /** Runs it within this process, with the files it names in a directory. */
    Outcome runIn(Path directory) throws IOException {
        List<String> arguments = new ArrayList<>();
        boolean namesDirectory = false;
        for (String word : words) {
            boolean isFile = namesDirectory || word.endsWith(".yaml");
            arguments.add(isFile ? directory.resolve(word).toString() : word);
            namesDirectory = List.of("--report", "--html", "--progress").contains(word);
        }
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        if (!redirection.isEmpty()) {
            Files.writeString(directory.resolve(redirection), outcome.out());
        }
        return outcome;
    }
}
