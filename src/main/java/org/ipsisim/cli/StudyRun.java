package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.history.Words;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.RunFile;
import org.ipsisim.study.RunFileHeader;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.UnusableRecord;
import org.ipsisim.study.WrongRunFile;

/** Runs a study as its line asks for: all of it or one shard, with or without a file of runs. */
final class StudyRun {
    private final Line line;
    private final StudyOptions options;
    private final Terminal terminal;

    StudyRun(Line line, Terminal terminal) {
        this.line = line;
        this.options = new StudyOptions(line);
        this.terminal = terminal;
    }

    /** Runs a study and returns the exit status. */
    int of(Study study) throws Refused {
        if (line.has(StudyOptions.SHARD)) {
            checkShard(study);
        }
        if (!study.announcement().isEmpty()) {
            terminal.tell(study.announcement());
        }
        if (line.has(StudyOptions.SHARD) || line.has(StudyOptions.RESUME)) {
            return recorded(study);
        }
        try (Interrupt interrupt = new Interrupt();
                ProgressBar bar = ProgressBar.on(terminal)) {
            return result(study, new ParallelRuns(options.threads(), interrupt.stop(), bar), bar);
        } catch (RefusedSettings e) {
            return refused(e);
        }
    }

    private void checkShard(Study study) {
        String why = study.undivided();
        for (Option<?> useless : List.of(StudyOptions.FORMAT, StudyOptions.REPORT)) {
            if (line.has(useless)) {
                why = useless + " goes with `ipsisim merge`, which puts the shards together";
            }
        }
        if (!why.isEmpty()) {
            throw line.wrong(StudyOptions.SHARD + ": " + why);
        }
    }

    private int recorded(Study study) throws Refused {
        String name = line.find(StudyOptions.RESUME).map(File::getPath).orElse("standard output");
        Shard shard = line.find(StudyOptions.SHARD).orElse(Shard.WHOLE);
        try (Interrupt interrupt = new Interrupt();
                ProgressBar bar = ProgressBar.on(terminal);
                RunFile file = open(header(study, shard))) {
            if (file.runs() > 0) {
                terminal.tell(kept(file, name));
            }
            ParallelRuns runs = new ParallelRuns(options.threads(), interrupt.stop(), bar, file);
            return line.has(StudyOptions.SHARD)
                    ? shard(study, shard, runs, file, name, bar)
                    : whole(study, runs, file, name, bar);
        } catch (RefusedSettings e) {
            return refused(e);
        } catch (WrongRunFile e) {
            throw Refused.input(String.valueOf(e.getMessage()));
        } catch (UnusableRecord e) {
            throw Refused.input(name + ": " + e.getMessage());
        } catch (IOException e) {
            return failed(name, e);
        } catch (UncheckedIOException e) {
            return failed(name, Objects.requireNonNull(e.getCause()));
        }
    }

    /** A failure of standard output is reported elsewhere, once. */
    private int failed(String name, IOException e) throws Refused {
        if (terminal.out().failure().isEmpty()) {
            throw Refused.file(name, e);
        }
        return ExitStatus.FILE_FAILED;
    }

    private RunFile open(RunFileHeader header) throws IOException, WrongRunFile, Refused {
        Optional<Path> file = line.findPath(StudyOptions.RESUME);
        return file.isPresent() ? RunFile.open(file.get(), header) : RunFile.to(terminal.out(), header);
    }

    /** What a file of runs records about its command line. */
    private RunFileHeader header(Study study, Shard shard) {
        Map<String, String> files = new TreeMap<>();
        study.files().forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        Map<String, List<String>> settings = line.values();
        settings.keySet().removeAll(StudyOptions.LEFT_OUT);
        settings.put("the scenario", ScenarioFiles.names(line));
        return new RunFileHeader(Program.version(), options.words(), settings, files, study.numbers(), shard);
    }

    private int shard(Study study, Shard shard, ParallelRuns runs, RunFile file, String name, ProgressBar bar)
            throws RefusedSettings, IOException {
        study.part().make(shard, runs);
        bar.clear();
        if (runs.isStopped()) {
            terminal.complain("interrupted: shard " + shard + " is not finished; " + kept(file, name));
            return ExitStatus.INTERRUPTED;
        }
        file.finish();
        terminal.tell("shard " + shard + " is finished; " + kept(file, name));
        return ExitStatus.OK;
    }

    private int whole(Study study, ParallelRuns runs, RunFile file, String name, ProgressBar bar)
            throws RefusedSettings, IOException, Refused {
        StudyReport result = study.whole().run(runs);
        bar.clear();
        if (result.missing().isEmpty()) {
            file.finish();
        } else {
            terminal.tell(kept(file, name) + "; the same command goes on from there");
        }
        return options.publish(result, terminal);
    }

    /** How many runs are recorded by now. */
    private static String kept(RunFile file, String name) {
        return name + " has " + Words.grouped(file.runs()) + (file.runs() == 1 ? " run" : " runs");
    }

    private int result(Study study, ParallelRuns runs, ProgressBar bar) throws RefusedSettings, Refused {
        StudyReport result = study.whole().run(runs);
        bar.clear();
        return options.publish(result, terminal);
    }

    private int refused(RefusedSettings e) {
        terminal.complain(e.getMessage() + " the scenario is wrong; nothing was run");
        ScenarioFiles.tell(e.result(), line, terminal);
        return ExitStatus.WRONG_INPUT;
    }
}
