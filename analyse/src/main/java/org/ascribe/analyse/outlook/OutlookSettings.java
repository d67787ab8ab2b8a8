package org.ascribe.analyse.outlook;

/**
 * How the draws of an {@link OutlookModel} are put together.
 *
 * @param analogues share of the draws that comes from other months with a like outlook, 0..1; the rest is the place's own past
 * @param halfLifeMonths age at which a month of the own past counts half, above 0
 * @param ownMonths how many months of the own past count, at least 1
 * @param peace share of the own past's draws that is no death at all, 0..1: wars end
 * @param band standard deviation of the kernel that picks analogues, in units of log(1 + fatalities), above 0
 * @param ceiling no analogue is scaled above this many times the worst of the place's last 24 months, above 0
 */
public record OutlookSettings(
        double analogues, double halfLifeMonths, int ownMonths, double peace, double band, double ceiling) {

    /** Chosen on the VIEWS windows 2018 to 2020: docs/evaluation/outlook.md. */
    public static final OutlookSettings CHOSEN = new OutlookSettings(0.6, 4, 24, 0.1, 1, 3);

    public OutlookSettings {
        if (!(analogues >= 0 && analogues <= 1 && peace >= 0 && peace <= 1)) {
            throw new IllegalArgumentException("shares lie in 0..1, got " + analogues + " and " + peace);
        }
        if (!(halfLifeMonths > 0 && ownMonths >= 1 && band > 0 && ceiling > 0)) {
            throw new IllegalArgumentException("half-life, months, band and ceiling are above 0, got " + halfLifeMonths
                    + ", " + ownMonths + ", " + band + ", " + ceiling);
        }
    }
}
