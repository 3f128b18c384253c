package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.Shard;

/**
 * At which values of a setting the outcome of a scenario changes, found by running as {@link Thresholds} are.
 *
 * @param subjects of each port network and population what the values, as lengths of a band, cost it; if the search was
 *     stopped, up to the longest value that was tried
 */
public record SettingEdges(SettingPlan plan, List<CutBands> subjects) {
    /** Keeps a copy of the list. */
    public SettingEdges {
        subjects = List.copyOf(subjects);
    }

    /**
     * Runs a plan; if it is stopped, what was looked at by then.
     *
     * @throws RefusedSettings if the scenario is wrong with some value
     */
    public static SettingEdges of(SettingPlan plan, ParallelRuns runs) throws RefusedSettings {
        try {
            List<List<CutBands>> found = new EdgeSearch(plan, runs).all();
            return new SettingEdges(plan, found.isEmpty() ? List.of() : found.get(0));
        } catch (RefusedSettings.InRun e) {
            throw e.settings();
        }
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(SettingPlan plan, Shard shard, ParallelRuns runs) throws RefusedSettings {
        try {
            new EdgeSearch(plan, runs).make(shard);
        } catch (RefusedSettings.InRun e) {
            throw e.settings();
        }
    }

    /** Whether all values were tried, and every edge found. */
    public boolean isWhole() {
        return !subjects.isEmpty() && subjects.stream().allMatch(each -> each.upTo() == plan.to() && each.isExact());
    }
}
