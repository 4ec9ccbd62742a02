package dev.footfall.simulator.people;

/** Waits until who leads the group has paid, or leaves. */
final class AwaitLeader implements Errand {
    private final Person leader;

    AwaitLeader(Person leader) {
        this.leader = leader;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        return !leader.isDone();
    }
}
