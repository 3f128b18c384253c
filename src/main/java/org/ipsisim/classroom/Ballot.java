package org.ipsisim.classroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A question and the votes on it. One vote for each seat; the last one counts, until the answers are revealed. */
final class Ballot {
    /** Between so many percent of right answers, talking in pairs teaches most (Mazur, Peer Instruction). */
    private static final int LEAST_RIGHT = 30;

    private static final int MOST_RIGHT = 70;

    /**
     * A vote.
     *
     * @param choice index of the answer
     * @param after milliseconds from the question to the vote
     */
    record Vote(String name, int choice, long after) {}

    private final int number;
    private final ClassQuestion question;
    private final long askedAt;
    private final Optional<Ballot> first;
    private final Map<String, Vote> votes = new LinkedHashMap<>();
    private boolean revealed;

    /** @param number of the question in this class, from 1 */
    Ballot(int number, ClassQuestion question, long now) {
        this(number, question, now, Optional.empty());
    }

    private Ballot(int number, ClassQuestion question, long now, Optional<Ballot> first) {
        this.number = number;
        this.question = question;
        this.askedAt = now;
        this.first = first;
    }

    /** A second vote on the same question, after people have talked; {@link #tally} then shows both. */
    Ballot again(int nextNumber, long now) throws Refusal {
        if (revealed) {
            throw Refusal.of(Problem.NOT_ALLOWED, "The answer has been revealed: a second vote would show nothing.");
        }
        return new Ballot(nextNumber, question, now, Optional.of(this));
    }

    int number() {
        return number;
    }

    ClassQuestion question() {
        return question;
    }

    /** By seat, in the order of the first votes. */
    List<Vote> votes() {
        return List.copyOf(votes.values());
    }

    boolean isRevealed() {
        return revealed;
    }

    void reveal() {
        revealed = true;
    }

    /** Takes {@code vote}: its question by number or by text, its choice by index or by text. Returns the answer in words. */
    String vote(Person person, Message message, long now) throws Refusal {
        JsonNode about = message.field("question");
        boolean isThis = about.isMissingNode()
                || about.isIntegralNumber() && about.canConvertToInt() && about.intValue() == number
                || about.asString("").equals(question.text());
        if (!isThis) {
            throw Refusal.of(Problem.NOT_ALLOWED, "That question is no longer asked.");
        }
        if (revealed) {
            throw Refusal.of(Problem.NOT_ALLOWED, "The answer has been revealed: votes no longer count.");
        }
        int choice = choice(message);
        votes.put(person.seat(), new Vote(person.name(), choice, now - askedAt));
        return question.choices().get(choice);
    }

    private int choice(Message message) throws Refusal {
        JsonNode choice = message.field("choice");
        int named = choice.isString() ? question.choices().indexOf(choice.asString()) : -1;
        return named >= 0
                ? named
                : (int) message.number("choice", 0, question.choices().size() - 1L);
    }

    /** The question without its answer. */
    ObjectNode ask() {
        ObjectNode ask = Message.of("ask").put("id", number).put("question", question.text());
        ArrayNode choices = ask.putArray("choices");
        question.choices().forEach(choices::add);
        if (first.isPresent()) {
            ask.put("again", true);
        }
        return ask;
    }

    /** How the votes are spread; once revealed, which answer is right, and what is behind the others. */
    ObjectNode tally() {
        ObjectNode tally = Message.of("tally").put("id", number).put("question", question.text());
        counts().forEach(tally.putArray("counts")::add);
        first.ifPresent(before -> before.counts().forEach(tally.putArray("before")::add));
        tally.put("revealed", revealed);
        if (revealed) {
            question.right().ifPresent(right -> tally.put("right", right));
            tally.put("explanation", question.explanation());
            ArrayNode why = tally.putArray("why");
            question.misconceptions().forEach(why::add);
        }
        return tally;
    }

    /** The same for the trainer before it is revealed: also whether talking about it is worth while. */
    ObjectNode tallyForTrainer() {
        ObjectNode tally = tally();
        if (!revealed && first.isEmpty()) {
            tally.put("divided", isDivided());
        }
        return tally;
    }

    /** Whether some know the right answer and some do not: then those who know can convince the others. */
    private boolean isDivided() {
        int right = question.right().map(index -> counts().get(index)).orElse(0);
        return 100 * right >= LEAST_RIGHT * votes.size() && 100 * right <= MOST_RIGHT * votes.size() && right > 0;
    }

    /** How many chose each answer, in words. */
    String summary() {
        List<Integer> counts = counts();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            boolean isRight =
                    question.right().filter(Integer.valueOf(i)::equals).isPresent();
            parts.add(question.choices().get(i) + (isRight ? " (right): " : ": ") + counts.get(i));
        }
        return String.join("; ", parts);
    }

    private List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < question.choices().size(); i++) {
            int choice = i;
            counts.add((int) votes.values().stream()
                    .filter(vote -> vote.choice() == choice)
                    .count());
        }
        return counts;
    }
}
