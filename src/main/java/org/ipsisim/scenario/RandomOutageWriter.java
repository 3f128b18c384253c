package org.ipsisim.scenario;

import java.util.List;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.Target;

/** Writes the keys of one entry of {@code random-outages} with every default filled in. */
final class RandomOutageWriter {
    private final YamlOutput out;

    RandomOutageWriter(YamlOutput out) {
        this.out = out;
    }

    void write(RandomOutage outage) {
        List<String> names = outage.targets().stream().map(Target::name).toList();
        if (names.size() == 1) {
            out.text("target", names.get(0));
        } else {
            out.texts("target", names);
            out.yesNo("together", outage.together());
        }
        write("between-failures", outage.betweenFailures());
        write("repair", outage.repair());
    }

    private void write(String key, RandomTime time) {
        out.startMapping(key);
        out.text("law", time.law().key());
        out.duration("mean", time.mean());
        switch (time.law()) {
            case EXPONENTIAL -> {}
            case WEIBULL -> out.decimal("shape", time.form());
            case LOGNORMAL -> out.decimal("variation", time.form());
        }
        out.endMapping();
    }
}
