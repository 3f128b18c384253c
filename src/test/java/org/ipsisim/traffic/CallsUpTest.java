package org.ipsisim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The heap of calls does what a plain list of calls does. */
class CallsUpTest {
    private record Call(long answered, long end) {}

    private static final Comparator<Call> ORDER =
            Comparator.comparingLong(Call::end).thenComparingLong(Call::answered);

    private static List<Call> taken(CallsUp calls) {
        List<Call> taken = new ArrayList<>();
        calls.takeAll((answered, end) -> taken.add(new Call(answered, end)));
        taken.sort(ORDER);
        return taken;
    }

    @Test
    void whatever_comes_ends_or_is_lost_in_set_up() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CallsUp heap = new CallsUp();
            List<Call> plain = new ArrayList<>();
            for (long now = 0; now < 400; now++) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    Call call = new Call(now + random.nextInt(20), now + 20 + random.nextInt(60));
                    heap.add(call.answered, call.end);
                    plain.add(call);
                }
                if (random.nextInt(40) == 0) {
                    long at = now;
                    List<Call> lost = new ArrayList<>();
                    heap.takeInSetUp(now, (answered, end) -> lost.add(new Call(answered, end)));
                    assertThat(lost)
                            .containsExactlyInAnyOrderElementsOf(plain.stream()
                                    .filter(call -> call.answered > at)
                                    .toList());
                    plain.removeIf(call -> call.answered > at);
                }
                long at = now;
                int before = plain.size();
                plain.removeIf(call -> call.end <= at);
                assertThat(heap.removeEnded(now)).isEqualTo(before - plain.size());
                assertThat(heap.size()).isEqualTo(plain.size());
                assertThat(heap.inSetUp(now)).isEqualTo((int)
                        plain.stream().filter(call -> call.answered > at).count());
            }
            plain.sort(ORDER);
            assertThat(taken(heap)).isEqualTo(plain);
            assertThat(heap.size()).isZero();
        }
    }

    @Test
    void a_call_is_frozen_once() {
        CallsUp calls = new CallsUp();
        calls.add(1, 100);
        calls.add(2, 50);
        assertThat(calls.freeze()).isEqualTo(2);
        calls.add(10, 70);
        assertThat(calls.freeze()).isEqualTo(1);
        assertThat(calls.freeze()).isZero();
        assertThat(calls.removeEnded(70)).isEqualTo(2);
    }
}
