package org.ipsisim.phones;

import java.util.List;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.kernel.Agenda;

/** Which phones of a population are in service, and which can be called, as the network and the phones change (U15). */
final class ServiceInRun {
    private final PopulationInRun population;
    private final PhonesInRun run;
    private final Agenda agenda;
    private final PhoneGroups groups;
    private final OutageMeter meter;
    private final OutageMeter callable;
    private final Samples samples;
    private final KeptTimelines timelines;
    private final int[] limboEntries;
    private boolean isDisturbed;
    private int timesBack;

    ServiceInRun(PopulationInRun population, PhonesInRun run, Agenda agenda) {
        this.population = population;
        this.run = run;
        this.agenda = agenda;
        groups = population.groups();
        int controllers = population.population().controllers().size();
        limboEntries = new int[controllers];
        meter = new OutageMeter(population, groups.count(), 0, groups::isActive);
        int everywhere = population.isAlternate() ? 1 : (1 << controllers) - 1;
        callable = new OutageMeter(population, 1 << controllers, everywhere, mask -> mask != 0);
        samples = new Samples(population, agenda, run.moments());
        timelines = new KeptTimelines(population, agenda, run.keptExtensions(population.population()));
    }

    /** The group of a phone. */
    int group(int phone) {
        return meter.group(phone);
    }

    /** How many phones are in a group. */
    int members(int group) {
        return meter.members(group);
    }

    /** How often all phones that had lost service were in service again. */
    int timesBack() {
        return timesBack;
    }

    /** The counts of states are about to change. */
    void willChange() {
        samples.willChange();
    }

    /** Everything works (U6); a branch session manager has no call processing yet. */
    void start() {
        population.accesses().forEach(this::setServed);
        timelines.start();
        isDisturbed = !meter.isOver();
    }

    private void setServed(Access access) {
        meter.setServed(access.place(), serves(access), agenda.now());
        for (int mask = 1; mask < 1 << population.accesses().size(); mask++) {
            callable.setServed(mask, canBeCalled(mask), agenda.now());
        }
    }

    /** Whether phones are in service on a controller, and can be called, may have changed (U15). */
    void review(Access access, boolean wayHasChanged) {
        boolean before = meter.isServed(access.place());
        boolean serves = serves(access);
        if (before == serves && !wayHasChanged) {
            return;
        }
        samples.willChange();
        tell(access, wayHasChanged, serves);
        setServed(access);
        timelines.groupChanged(access.place());
        tellIfAllAreBack(wayHasChanged ? access.wayEntry() : run.trace().latest());
    }

    private void tell(Access access, boolean wayHasChanged, boolean serves) {
        int place = access.place();
        int phones = meter.members(groups.active(place)) + meter.members(groups.stale(place));
        String name = access.registrar().name();
        limboEntries[place] = 0;
        if (phones == 0) {
            return;
        }
        if (!access.isReached()) {
            PhoneHappening what = new PhoneHappening.SipLimbo(name, phones);
            limboEntries[place] = run.trace().entry(population.subject(), access.wayEntry(), what, "A10", "U15");
        } else if (!serves) {
            PhoneHappening what = new PhoneHappening.SipNoCallProcessing(name, phones);
            int cause = wayHasChanged ? access.wayEntry() : run.trace().latest();
            run.trace().entry(population.subject(), cause, what, "A13", "U13");
        }
    }

    private boolean serves(Access access) {
        return access.isReached() && access.registrar().hasCallProcessing();
    }

    private boolean canBeCalled(int mask) {
        for (Access access : population.accesses()) {
            if ((mask & 1 << access.place()) != 0 && serves(access)) {
                return true;
            }
        }
        return false;
    }

    /** What led phones to lose a controller. */
    int limboEntry(Access access) {
        int entry = limboEntries[access.place()];
        return entry == 0 ? access.wayEntry() : entry;
    }

    /**
     * Something about a phone has changed.
     *
     * @param entry what brings it back, if it is the last one
     */
    void move(int phone, int group, int entry) {
        if (group != meter.group(phone)) {
            samples.willChange();
            meter.move(phone, group, groups.isMoving(group), agenda.now());
            timelines.changed(phone);
        }
        if (isDisturbed == meter.isOver()) {
            tellIfAllAreBack(entry);
        }
    }

    /** A session manager knows a phone from now on, or no more. */
    void knownChanged(Access access, int phone) {
        callable.move(phone, callable.group(phone) ^ 1 << access.place(), false, agenda.now());
    }

    private void tellIfAllAreBack(int cause) {
        if (isDisturbed && meter.isOver()) {
            timesBack++;
            run.trace().entry(population.subject(), cause, new PhoneHappening.SipBack(), "U15");
        }
        isDisturbed = !meter.isOver();
    }

    /** What the phones of a group are in. */
    PhoneState stateOf(int group) {
        if (groups.isActive(group)) {
            if (meter.isServed(group)) {
                return PhoneState.IN_SERVICE;
            }
            return population.access(group).isReached() ? PhoneState.NO_CALL_PROCESSING : PhoneState.LIMBO;
        }
        return groups.stateOf(group);
    }

    /** What has happened, at the end. */
    PopulationHistory finish(long end) {
        return new PopulationHistory(
                population.population(), samples.finish(end), meter.finish(end), callable.finish(end));
    }

    /** The timelines of the phones that are kept. */
    List<PhoneHistory> timelines(long end) {
        return timelines.finish(end);
    }
}
