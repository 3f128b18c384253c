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
import org.ipsisim.study.Stop;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.UnusableRecord;
import org.ipsisim.study.WrongRunFile;

/** Runs a study as its line asks for: all of it or one shard, with or without a file of runs. */
record StudyRun(Line line, StudyOptions options, Terminal terminal) {
    /** Runs a study and returns the exit status. */
    int of(Study study) throws Refused {
        boolean isShard = line.has(StudyOptions.SHARD);
        if (isShard) {
            checkShard(study);
        }
        if (!study.announcement().isEmpty()) {
            terminal.tell(study.announcement());
        }
        try (Interrupt interrupt = new Interrupt();
                ProgressBar bar = ProgressBar.on(terminal)) {
            if (isShard || line.has(StudyOptions.RESUME)) {
                return recorded(study, interrupt.stop(), bar);
            }
            StudyReport result = study.whole().run(new ParallelRuns(options.threads(), interrupt.stop(), bar));
            bar.clear();
            return options.publish(result, terminal);
        } catch (RefusedSettings e) {
            terminal.complain(e.getMessage() + " the scenario is wrong; nothing was run");
            ScenarioFiles.tell(e.result(), line, terminal);
            return ExitStatus.WRONG_INPUT;
        }
    }

    private void checkShard(Study study) {
        String why = study.undivided();
        for (Option<?> useless : List.of(StudyOptions.FORMAT, StudyOptions.REPORT, StudyOptions.QUIET)) {
            if (line.has(useless)) {
                why = useless + " goes with `ipsisim merge`, which puts the shards together";
            }
        }
        if (!why.isEmpty()) {
            throw line.wrong(StudyOptions.SHARD + ": " + why);
        }
    }

    private int recorded(Study study, Stop stop, ProgressBar bar) throws Refused, RefusedSettings {
        String name = line.find(StudyOptions.RESUME).map(File::getPath).orElse("standard output");
        Shard shard = line.find(StudyOptions.SHARD).orElse(Shard.WHOLE);
        try (RunFile file = open(header(study, shard))) {
            if (file.runs() > 0) {
                terminal.tell(kept(file, name));
            }
            ParallelRuns runs = new ParallelRuns(options.threads(), stop, bar, file);
            if (!line.has(StudyOptions.SHARD)) {
                StudyReport result = study.whole().run(runs);
                bar.clear();
                if (result.missing().isEmpty()) {
                    file.finish();
                } else {
                    terminal.tell(kept(file, name) + "; the same command goes on from there");
                }
                return options.publish(result, terminal);
            }
            study.part().make(shard, runs);
            bar.clear();
            if (runs.isStopped()) {
                terminal.complain("interrupted: shard " + shard + " is not finished; " + kept(file, name));
                return ExitStatus.INTERRUPTED;
            }
            file.finish();
            terminal.tell("shard " + shard + " is finished; " + kept(file, name));
            return ExitStatus.OK;
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

    /** How many runs are recorded by now. */
    private static String kept(RunFile file, String name) {
        return name + " has " + Words.grouped(file.runs()) + (file.runs() == 1 ? " run" : " runs");
    }
}
