package org.ascribe.analyse.catalogue;

import java.util.List;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.escalation.Escalation;
import org.ascribe.analyse.escalation.NearSimultaneous;
import org.ascribe.analyse.escalation.UnusualMonth;
import org.ascribe.analyse.outlook.OutlookAnalysis;
import org.ascribe.analyse.relations.RelationsAnalysis;
import org.ascribe.analyse.relations.RestraintAnalysis;
import org.ascribe.analyse.spillover.SpilloverAnalysis;
import org.ascribe.analyse.words.Silence;
import org.ascribe.analyse.words.WordAgainstRecord;

/** Every {@link Analysis} there is. A new one is a class and a line here. */
public final class Analyses {

    private Analyses() {}

    public static List<Analysis> all() {
        return List.of(
                new Escalation(),
                new UnusualMonth(),
                new NearSimultaneous(),
                new WordAgainstRecord(),
                new Silence(),
                new RelationsAnalysis(),
                new RestraintAnalysis(),
                new SpilloverAnalysis(),
                new OutlookAnalysis());
    }
}
