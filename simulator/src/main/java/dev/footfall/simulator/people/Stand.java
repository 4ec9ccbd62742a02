package dev.footfall.simulator.people;

/** Stands still for some seconds. */
final class Stand implements Errand {
    private final boolean forFun;
    private int seconds;

    Stand(int seconds, boolean forFun) {
        this.seconds = seconds;
        this.forFun = forFun;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        seconds--;
        return seconds > 0;
    }

    @Override
    public boolean canBeLeftOut() {
        return forFun;
    }
}
