package org.ascribe.extract.language;

import java.nio.file.*;
import java.util.List;
import org.ascribe.core.*;
import org.junit.jupiter.api.Test;
class LanguageStepsTest {
    @Test void look() throws Exception {
        String text = Files.readString(Path.of("../../shared/founding/000_13c3812669673a34.txt"));
        var r = new Report(Report.idOf(null,null,null,null,null,text), null,null,null,List.of(),null,"en",Genre.NEWS,null,null,text,List.of());
        long t0=System.nanoTime();
        var steps = LanguageSteps.english();
        long t1=System.nanoTime();
        var p = steps.parse(r);
        long t2=System.nanoTime();
        for (int i=0;i<50;i++) steps.parse(r);
        long t3=System.nanoTime();
        for (int i=0;i<50;i++) steps.parse(r);
        long t4=System.nanoTime();
        for (var s : p.sentences()) { StringBuilder b=new StringBuilder(); for (var t : s.tokens()) b.append(t.text()).append('/').append(t.pos()).append('/').append(t.lemma()).append(' '); System.out.println(s.paragraph()+" "+b); }
        System.out.printf("load %d ms, first %d ms, warm %d us %d us%n",(t1-t0)/1000000,(t2-t1)/1000000,(t3-t2)/50000,(t4-t3)/50000);
    }
}
