package org.ipsisim.sip.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The header of a message: its fields in their order, with unknown ones among them.
 *
 * @param fields every line of the header
 */
public record SipHeaders(List<HeaderField> fields) {
    /** A header without a field. */
    public static final SipHeaders NONE = new SipHeaders(List.of());

    /** The value of the first field of a name, if there is one. */
    public Optional<String> find(String name) {
        for (HeaderField field : fields) {
            if (field.isNamed(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The value of the first field of a name; empty if there is none. */
    public String get(String name) {
        return find(name).orElse("");
    }

    /** Every value of a name in order, wherever it stands: on lines of its own or between commas. */
    public List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (HeaderField field : fields) {
            if (field.isNamed(name)) {
                if (HeaderName.isList(name)) {
                    values.addAll(SeparatedText.parts(field.value(), ','));
                } else {
                    values.add(field.value());
                }
            }
        }
        return values;
    }

    /** How many lines a name has. */
    public long count(String name) {
        return fields.stream().filter(field -> field.isNamed(name)).count();
    }

    /** Whether a list such as Supported has an option tag, in whatever capitals. */
    public boolean hasTag(String name, String tag) {
        return list(name).stream().anyMatch(tag::equalsIgnoreCase);
    }

    /** A value that is a number of 0 to 2^32 - 1; empty if it is missing or is no such number. */
    public Optional<Long> findNumber(String name) {
        return find(name).map(value -> SeparatedText.number(value.strip())).filter(number -> number >= 0);
    }

    /** The uppermost Via, if it can be read. */
    public Optional<Via> topVia() {
        return list(HeaderName.VIA).stream().findFirst().flatMap(Via::find);
    }

    /** CSeq, if it can be read. */
    public Optional<CSeq> cseq() {
        return find(HeaderName.CSEQ).flatMap(CSeq::find);
    }

    /** The address in From, To or the first Contact, if it can be read. */
    public Optional<NameAddress> address(String name) {
        return list(name).stream().findFirst().flatMap(NameAddress::find);
    }

    /** The tag in From or To; empty if there is none. */
    public String tag(String name) {
        return address(name).map(NameAddress::tag).orElse("");
    }

    /** The header with one more field at its end. */
    public SipHeaders plus(String name, Object value) {
        List<HeaderField> more = new ArrayList<>(fields);
        more.add(new HeaderField(name, value.toString()));
        return new SipHeaders(more);
    }

    /** The header with a field in the place of all those of its name; at the end if there is none. */
    public SipHeaders with(String name, Object value) {
        List<HeaderField> changed = new ArrayList<>(fields.size() + 1);
        boolean done = false;
        for (HeaderField field : fields) {
            if (!field.isNamed(name)) {
                changed.add(field);
            } else if (!done) {
                changed.add(new HeaderField(field.name(), value.toString()));
                done = true;
            }
        }
        if (!done) {
            changed.add(new HeaderField(name, value.toString()));
        }
        return new SipHeaders(changed);
    }

    /** The header without the fields of a name. */
    public SipHeaders without(String name) {
        return new SipHeaders(
                fields.stream().filter(field -> !field.isNamed(name)).toList());
    }

    /** The header with a value before all others of its name; after Via if there is none. */
    public SipHeaders withFirst(String name, Object value) {
        int place = 0;
        while (place < fields.size()
                && !fields.get(place).isNamed(name)
                && !(fields.stream().noneMatch(field -> field.isNamed(name))
                        && !fields.get(place).isNamed(HeaderName.VIA))) {
            place++;
        }
        List<HeaderField> more = new ArrayList<>(fields);
        more.add(place, new HeaderField(name, value.toString()));
        return new SipHeaders(more);
    }

    /** The header without the first value of a name, which may share its line with others. */
    public SipHeaders withoutFirst(String name) {
        List<HeaderField> fewer = new ArrayList<>(fields);
        for (int i = 0; i < fewer.size(); i++) {
            if (fewer.get(i).isNamed(name)) {
                List<String> values = SeparatedText.parts(fewer.get(i).value(), ',');
                if (values.size() > 1) {
                    String rest = String.join(", ", values.subList(1, values.size()));
                    fewer.set(i, new HeaderField(fewer.get(i).name(), rest));
                } else {
                    fewer.remove(i);
                }
                break;
            }
        }
        return new SipHeaders(fewer);
    }

    /** The fields of one name of another header, added at the end. */
    public SipHeaders plusAll(String name, SipHeaders other) {
        List<HeaderField> more = new ArrayList<>(fields);
        other.fields.stream().filter(field -> field.isNamed(name)).forEach(more::add);
        return new SipHeaders(more);
    }

    /** The header in the order in which we write messages of our own. */
    public SipHeaders inOrder() {
        return new SipHeaders(fields.stream()
                .sorted(Comparator.comparingInt(field -> HeaderName.rank(field.name())))
                .toList());
    }
}
