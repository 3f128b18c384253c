package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.RunFile;
import org.ipsisim.study.RunFileHeader;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.StudyTooLarge;
import org.ipsisim.study.UnusableRecord;
import org.ipsisim.study.WrongRunFile;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Carries out a study as its line asks for: all of it or one shard, with a file of runs or without. */
final class StudyRun {
    private final ParseResult line;
    private final StudyOptions options;
    private final Terminal terminal;

    StudyRun(ParseResult line, Terminal terminal) {
        this.line = line;
        this.options = new StudyOptions(line);
        this.terminal = terminal;
    }

    /** Carries out a study and returns the exit status. */
    int of(Study study) throws Refused {
        if (options.isShard()) {
            checkShard(study);
        }
        if (!study.announcement().isEmpty()) {
            terminal.tell(study.announcement());
        }
        if (options.isShard() || options.runFile() != null) {
            return recorded(study);
        }
        try (Interrupt interrupt = new Interrupt();
                ProgressBar bar = ProgressBar.on(terminal)) {
            return result(study, new ParallelRuns(options.threads(), interrupt.stop(), bar), bar);
        } catch (RefusedSettings | StudyTooLarge e) {
            return refused(e);
        }
    }

    private void checkShard(Study study) {
        String why = study.undivided();
        for (String useless : new String[] {"--format", "--report"}) {
            if (line.hasMatchedOption(useless)) {
                why = useless + " goes with `ipsisim merge`, which puts the shards together";
            }
        }
        if (!why.isEmpty()) {
            throw new ParameterException(line.commandSpec().commandLine(), StudyOptions.SHARD + ": " + why);
        }
    }

    private int recorded(Study study) throws Refused {
        String name = options.runFile() == null
                ? "standard output"
                : options.runFile().getPath();
        try (Interrupt interrupt = new Interrupt();
                ProgressBar bar = ProgressBar.on(terminal);
                RunFile file = open(new StudyHeader(line).of(study, options.shard()))) {
            if (file.runs() > 0) {
                terminal.tell(kept(file, name));
            }
            ParallelRuns runs = new ParallelRuns(options.threads(), interrupt.stop(), bar, file);
            return options.isShard() ? shard(study, runs, file, name, bar) : whole(study, runs, file, name, bar);
        } catch (RefusedSettings | StudyTooLarge e) {
            return refused(e);
        } catch (WrongRunFile e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        } catch (UnusableRecord e) {
            terminal.complain(name + ": " + e.getMessage());
            return ExitStatus.WRONG_INPUT;
        } catch (IOException e) {
            return failed(name, e);
        } catch (UncheckedIOException e) {
            return failed(name, e.getCause());
        }
    }

    /** That standard output cannot be written is told by whoever owns it. */
    private int failed(String name, IOException e) throws Refused {
        if (terminal.out().failure().isEmpty()) {
            throw new FileFailure(name + ": " + FileFailure.reason(e));
        }
        return ExitStatus.FILE_FAILED;
    }

    private RunFile open(RunFileHeader header) throws IOException, WrongRunFile, Refused {
        File file = options.runFile();
        return file == null ? RunFile.to(terminal.out(), header) : RunFile.open(ReportDirectories.path(file), header);
    }

    private int shard(Study study, ParallelRuns runs, RunFile file, String name, ProgressBar bar)
            throws RefusedSettings, IOException {
        study.make(options.shard(), runs);
        bar.clear();
        if (runs.isStopped()) {
            terminal.complain("interrupted: shard " + options.shard() + " is not finished; " + kept(file, name));
            return ExitStatus.INTERRUPTED;
        }
        file.finish();
        terminal.tell("shard " + options.shard() + " is finished; " + kept(file, name));
        return ExitStatus.OK;
    }

    private int whole(Study study, ParallelRuns runs, RunFile file, String name, ProgressBar bar)
            throws RefusedSettings, IOException, Refused {
        StudyReport result = study.carryOut(runs);
        bar.clear();
        if (result.missing().isEmpty()) {
            file.finish();
        } else {
            terminal.tell(kept(file, name) + "; the same command goes on from there");
        }
        return options.publish(result, terminal);
    }

    /** How much is on record by now. */
    private static String kept(RunFile file, String name) {
        int runs = file.runs();
        return name + " has " + StudyOptions.grouped(runs) + (runs == 1 ? " run" : " runs");
    }

    private int result(Study study, ParallelRuns runs, ProgressBar bar) throws RefusedSettings, Refused {
        StudyReport result = study.carryOut(runs);
        bar.clear();
        return options.publish(result, terminal);
    }

    private int refused(Exception e) {
        if (e instanceof RefusedSettings refused) {
            terminal.complain(e.getMessage() + " the scenario is wrong; nothing was run");
            ScenarioFiles.tell(refused.result(), line, terminal);
        } else {
            terminal.complain(e.getMessage());
        }
        return ExitStatus.WRONG_INPUT;
    }
}
