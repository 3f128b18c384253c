package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each IPSI orders the servers by preference, community and score (R29 to R34, M16, M19). */
class B01_PreferenceAndScore {
    private static final String SYSTEM = "system-preferred: y";
    private static final String LOCAL = "system-preferred: n, local-preferred: y";
    private static final String LOCAL_AND_ONLY = "system-preferred: n, local-preferred: y, local-only: y";
    private static final String LOCAL_ONLY = "system-preferred: n, local-only: y";
    private static final String NONE = "system-preferred: n";

    private static String core(int cluster, String preference, int community, int score) {
        return "{cluster: " + cluster + ", site: hq, community: " + community + ", priority-score: " + score + ", "
                + preference + "}";
    }

    private static List<Integer> list(String... cores) {
        return lab().servers("{main: {site: hq}, survivable-cores: [" + String.join(", ", cores) + "]}")
                .portNetworks("[{pn: 1, site: branch, community: 2}]")
                .run()
                .list(1, 0);
    }

    @Test
    void R29_R39_the_main_is_first_on_the_list_whatever_the_scores() {
        assertThat(list(core(10, SYSTEM, 2, 100))).containsExactly(1, 10);
    }

    @Test
    void R33_system_preferred_beats_local_preferred_whatever_community_and_score() {
        assertThat(list(core(10, LOCAL, 2, 100), core(20, SYSTEM, 9, 1))).containsExactly(1, 20, 10);
    }

    @Test
    void R33_local_preferred_at_home_beats_no_preference() {
        assertThat(list(core(10, NONE, 2, 100), core(20, LOCAL, 2, 1))).containsExactly(1, 20, 10);
    }

    @Test
    void R33_local_preferred_and_local_only_at_home_rank_as_local_preferred() {
        assertThat(list(core(10, LOCAL, 2, 50), core(20, LOCAL_AND_ONLY, 2, 60), core(30, NONE, 2, 100)))
                .containsExactly(1, 20, 10, 30);
    }

    @Test
    void R33_away_from_home_local_preference_is_worth_nothing() {
        assertThat(list(core(10, LOCAL, 3, 40), core(20, NONE, 9, 50), core(30, LOCAL, 4, 60)))
                .containsExactly(1, 30, 20, 10);
    }

    @Test
    void R33_local_only_at_home_ranks_with_those_without_preference() {
        assertThat(list(core(10, LOCAL_ONLY, 2, 40), core(20, NONE, 9, 50), core(30, LOCAL_ONLY, 2, 60)))
                .containsExactly(1, 30, 20, 10);
    }

    @Test
    void R33_local_only_away_from_home_is_never_on_the_list() {
        assertThat(list(core(10, LOCAL_ONLY, 3, 100), core(20, LOCAL_AND_ONLY, 3, 100), core(30, NONE, 9, 1)))
                .containsExactly(1, 30);
    }

    @Test
    void R33_within_a_rank_the_higher_score_comes_first() {
        assertThat(list(core(10, SYSTEM, 2, 50), core(20, SYSTEM, 9, 51), core(30, SYSTEM, 9, 49)))
                .containsExactly(1, 20, 10, 30);
    }

    @Test
    void R34_M16_at_equal_rank_and_score_the_lower_cluster_comes_first() {
        assertThat(list(core(30, SYSTEM, 2, 50), core(10, SYSTEM, 9, 50), core(20, SYSTEM, 2, 50)))
                .containsExactly(1, 10, 20, 30);
    }

    @Test
    void R30_lists_differ_between_port_networks_of_different_communities() {
        Lab.Lesson lesson = lab().servers("{main: {site: hq}, survivable-cores: [" + core(10, LOCAL, 1, 10) + ", "
                        + core(20, LOCAL, 2, 10) + "]}")
                .portNetworks("[{pn: 1, site: branch, community: 1}, {pn: 2, site: branch, community: 2}]")
                .run();
        assertThat(lesson.list(1, 0)).containsExactly(1, 10, 20);
        assertThat(lesson.list(2, 0)).containsExactly(1, 20, 10);
    }

    @Test
    void R41_M19_a_survivable_remote_is_on_no_list_and_never_takes_over() {
        Lab.Lesson lesson = lab().servers("{main: {site: hq}, survivable-remotes: [{name: lsp-1, site: branch}]}")
                .events("{at: 60s, fail: wan}")
                .run();
        assertThat(lesson.list(1, 0)).containsExactly(1);
        assertThat(lesson.line()).endsWith("none 1036s");
    }
}
