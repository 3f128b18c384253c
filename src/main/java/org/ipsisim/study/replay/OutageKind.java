package org.ipsisim.study.replay;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.ipsisim.study.Cost;
import org.ipsisim.study.RunKind;

/**
 * Runs of replayed outages: 0 of all of them, the others of one each. A result is what they cost with the setting of the
 * file and, if there is one, with the other: of each port network the numbers of {@link Cost#numbers}.
 */
final class OutageKind implements RunKind<List<Map<Integer, Cost>>> {
    private final ReplayPlan plan;
    private final List<Integer> portNetworks;
    private final int settings;

    OutageKind(ReplayPlan plan) {
        this.plan = plan;
        this.portNetworks = plan.portNetworks();
        this.settings = plan.b().isPresent() ? 2 : 1;
    }

    @Override
    public String name(int number) {
        return number == 0
                ? "all outages"
                : "outage of line " + plan.incidents().get(number - 1).line();
    }

    @Override
    public long[] numbers(List<Map<Integer, Cost>> costs) {
        return costs.stream()
                .flatMap(each -> portNetworks.stream().map(each::get))
                .flatMapToLong(cost -> LongStream.of(cost.numbers()))
                .toArray();
    }

    @Override
    public List<Map<Integer, Cost>> result(long[] numbers) {
        int each = portNetworks.size() * Cost.NUMBERS;
        if (numbers.length != settings * each) {
            throw new IllegalArgumentException(numbers.length + " numbers");
        }
        Map<Integer, Cost> a = costs(Arrays.copyOf(numbers, each));
        return settings == 1 ? List.of(a) : List.of(a, costs(Arrays.copyOfRange(numbers, each, 2 * each)));
    }

    private Map<Integer, Cost> costs(long[] numbers) {
        Map<Integer, Cost> costs = new LinkedHashMap<>();
        for (int i = 0; i < portNetworks.size(); i++) {
            costs.put(
                    portNetworks.get(i),
                    Cost.of(Arrays.copyOfRange(numbers, i * Cost.NUMBERS, (i + 1) * Cost.NUMBERS)));
        }
        return costs;
    }
}
