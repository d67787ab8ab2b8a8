export interface components {
  schemas: {
    About: {
      version: string;
      ledger: string;
      reports: number;
      incidents: number;
      assertions: number;
      asOf: string | null;
      perspectives: components['schemas']['Perspective'][];
    };
    Perspective: {
      id: string;
      name: string;
      description: string;
    };
    Range: {
      low: number | null;
      high: number | null;
    };
    When: {
      from: string | null;
      to: string | null;
      precision: 'day' | 'week' | 'month' | 'year' | 'range';
      yearless: string | null;
    };
    Where: {
      name: string;
      country: string | null;
      admin1: string | null;
      latitude: number | null;
      longitude: number | null;
      precision: 'site' | 'town' | 'admin2' | 'admin1' | 'country' | 'region';
    };
    IncidentRow: {
      id: string;
      label: string;
      summary: string;
      type: 'bombing' | 'suicide-bombing' | 'shelling' | 'airstrike' | 'armed-assault' | 'assassination' | 'clash' | 'abduction' | 'execution' | 'raid-or-arrest' | 'chemical-attack' | 'arson' | 'sabotage' | 'looting' | 'sexual-violence' | 'mob-violence' | 'unrest' | 'campaign' | 'other';
      status: 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted' | 'unclaimed';
      when: components['schemas']['When'] | null;
      where: components['schemas']['Where'] | null;
      killed: components['schemas']['Range'] | null;
      wounded: components['schemas']['Range'] | null;
      actors: components['schemas']['ActorStances'][];
      reports: number;
      origins: number;
    };
    ActorStances: {
      id: string;
      name: string;
      stances: ('claimed' | 'stated' | 'accused' | 'suspected' | 'denied' | 'doubted' | 'unclaimed')[];
    };
    Facets: {
      total: number;
      months: components['schemas']['Month'][];
      undated: number;
      countries: components['schemas']['FacetValue'][];
      types: components['schemas']['FacetValue'][];
      actors: components['schemas']['FacetValue'][];
      statuses: components['schemas']['FacetValue'][];
      precisions: components['schemas']['FacetValue'][];
    };
    Month: {
      month: string;
      incidents: number;
      killed: components['schemas']['Range'] | null;
    };
    FacetValue: {
      value: string;
      name: string;
      incidents: number;
    };
    TargetView: {
      name: string;
      targetClass: 'civilians' | 'government' | 'diplomatic' | 'military' | 'police' | 'armed-group' | 'religious' | 'education' | 'health' | 'aid' | 'media' | 'political' | 'business' | 'transport' | 'infrastructure' | 'foreign-nationals' | 'other';
    };
    WeaponView: {
      name: string;
      weaponClass: 'explosive' | 'suicide-vest' | 'vehicle-bomb' | 'roadside-bomb' | 'grenade' | 'rocket-or-mortar' | 'artillery' | 'missile' | 'air-bomb' | 'drone' | 'firearm' | 'blade' | 'incendiary' | 'chemical' | 'vehicle' | 'other';
    };
    Sheet: {
      id: string;
      label: string;
      summary: string;
      type: 'bombing' | 'suicide-bombing' | 'shelling' | 'airstrike' | 'armed-assault' | 'assassination' | 'clash' | 'abduction' | 'execution' | 'raid-or-arrest' | 'chemical-attack' | 'arson' | 'sabotage' | 'looting' | 'sexual-violence' | 'mob-violence' | 'unrest' | 'campaign' | 'other';
      status: 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted' | 'unclaimed';
      statusWhy: string;
      perspective: string;
      when: components['schemas']['When'] | null;
      where: components['schemas']['Where'] | null;
      killed: components['schemas']['Range'] | null;
      wounded: components['schemas']['Range'] | null;
      targets: components['schemas']['TargetView'][];
      weapons: components['schemas']['WeaponView'][];
      claimants: components['schemas']['ClaimantView'][];
      nobody: components['schemas']['AssertionView'][];
      tolls: components['schemas']['TollView'][];
      other: components['schemas']['AssertionView'][];
      history: components['schemas']['ChangeView'][];
      tellings: components['schemas']['TellingView'][];
      reports: components['schemas']['SheetReport'][];
      origins: number;
      links: components['schemas']['LinkView'][];
      near: components['schemas']['NearView'][];
      redirectedFrom: string | null;
    };
    ClaimantView: {
      actor: string;
      name: string;
      origins: number;
      statements: components['schemas']['AssertionView'][];
    };
    TollView: {
      harm: 'killed' | 'wounded' | 'captured' | 'missing';
      count: components['schemas']['Range'];
      speaker: components['schemas']['SpeakerView'];
      statement: components['schemas']['AssertionView'];
    };
    ChangeView: {
      day: string | null;
      what: string;
      because: components['schemas']['AssertionView'];
    };
    TellingView: {
      report: string;
      number: number;
      label: string;
      summary: string;
    };
    SheetReport: {
      number: number;
      id: string;
      title: string | null;
      outlet: string | null;
      published: string | null;
      genre: 'news' | 'opinion' | 'analysis' | 'statement' | 'press-release' | 'data-set';
    };
    LinkView: {
      a: components['schemas']['TellingRef'];
      b: components['schemas']['TellingRef'];
      weight: number | null;
      reasons: components['schemas']['ReasonView'][];
    };
    TellingRef: {
      report: string;
      label: string;
    };
    ReasonView: {
      field: string;
      a: string;
      b: string;
      weight: number | null;
    };
    NearView: {
      id: string;
      label: string;
      summary: string;
      when: components['schemas']['When'] | null;
      where: components['schemas']['Where'] | null;
      actors: components['schemas']['ActorView'][];
      daysApart: number;
      kilometresApart: number | null;
    };
    ActorView: {
      id: string;
      name: string;
    };
    SpeakerView: {
      name: string;
      as: string | null;
      role: 'party' | 'official' | 'witness' | 'expert' | 'monitor' | 'medium' | 'author' | 'data-set' | 'unnamed';
      actor: string | null;
      reportedBy: components['schemas']['SpeakerView'] | null;
    };
    ActorMention: {
      id: string;
      name: string;
      as: string | null;
    };
    PassageView: {
      start: number;
      end: number;
    };
    Context: {
      start: number;
      end: number;
      text: string;
      passageStart: number;
      passageEnd: number;
    };
    ReadByView: {
      step: string;
      version: string;
    };
    AssertionView: {
      id: string;
      kind: 'occurrence' | 'responsibility' | 'toll' | 'relation' | 'presence' | 'capability' | 'evidence';
      description: string;
      incident: string | null;
      actor: components['schemas']['ActorMention'] | null;
      object: components['schemas']['ActorMention'] | null;
      stance: 'claimed' | 'stated' | 'accused' | 'suspected' | 'denied' | 'doubted' | 'unclaimed' | null;
      evidence: 'none' | 'cited' | 'unstated' | null;
      channel: string | null;
      harm: 'killed' | 'wounded' | 'captured' | 'missing' | null;
      count: components['schemas']['Range'] | null;
      whom: string | null;
      relation: 'hostile' | 'allied' | 'tacit-alliance' | 'sponsoring' | 'tolerating' | 'negotiating' | 'splitting' | null;
      capability: 'strength' | 'decline' | 'resurgence' | 'threat' | null;
      place: components['schemas']['Where'] | null;
      incidentType: 'bombing' | 'suicide-bombing' | 'shelling' | 'airstrike' | 'armed-assault' | 'assassination' | 'clash' | 'abduction' | 'execution' | 'raid-or-arrest' | 'chemical-attack' | 'arson' | 'sabotage' | 'looting' | 'sexual-violence' | 'mob-violence' | 'unrest' | 'campaign' | 'other' | null;
      when: components['schemas']['When'] | null;
      about: string | null;
      speaker: components['schemas']['SpeakerView'];
      polarity: 'affirmed' | 'denied' | 'doubted';
      hedged: boolean;
      passage: components['schemas']['PassageView'];
      text: string;
      context: components['schemas']['Context'];
      report: string;
      reportNumber: number | null;
      reportTitle: string | null;
      outlet: string | null;
      published: string | null;
      sentence: number;
      confidence: number;
      by: components['schemas']['ReadByView'];
    };
    ReportRow: {
      id: string;
      title: string | null;
      outlet: string | null;
      published: string | null;
      genre: 'news' | 'opinion' | 'analysis' | 'statement' | 'press-release' | 'data-set';
      incidents: string[];
      assertions: number;
    };
    ReportView: {
      id: string;
      docid: string | null;
      title: string | null;
      outlet: string | null;
      authors: string[];
      published: string | null;
      language: string;
      genre: 'news' | 'opinion' | 'analysis' | 'statement' | 'press-release' | 'data-set';
      url: string | null;
      source: string | null;
      text: string;
      paragraphs: components['schemas']['PassageView'][];
      furniture: components['schemas']['FurnitureView'][];
      assertions: components['schemas']['AssertionView'][];
      incidents: components['schemas']['ToldIncident'][];
    };
    FurnitureView: {
      start: number;
      end: number;
      kind: 'title' | 'byline' | 'dateline' | 'caption' | 'menu' | 'disclaimer' | 'about-author' | 'comment-form' | 'related' | 'promotion';
    };
    ToldIncident: {
      id: string;
      label: string;
      toldAs: string;
      summary: string;
      type: 'bombing' | 'suicide-bombing' | 'shelling' | 'airstrike' | 'armed-assault' | 'assassination' | 'clash' | 'abduction' | 'execution' | 'raid-or-arrest' | 'chemical-attack' | 'arson' | 'sabotage' | 'looting' | 'sexual-violence' | 'mob-violence' | 'unrest' | 'campaign' | 'other';
      when: components['schemas']['When'] | null;
      where: components['schemas']['Where'] | null;
      mentions: components['schemas']['PassageView'][];
    };
    ActorRow: {
      id: string;
      name: string;
      kind: string | null;
      parent: string | null;
      aliases: components['schemas']['AliasView'][];
      incidents: number;
      claimed: number;
      stated: number;
      accused: number;
      suspected: number;
      denied: number;
      doubted: number;
    };
    AliasView: {
      alias: string;
      status: string | null;
      source: string | null;
    };
    ActorPage: {
      actor: components['schemas']['ActorRow'];
      statements: components['schemas']['AssertionView'][];
      incidents: components['schemas']['IncidentRow'][];
    };
    Found: {
      incidents: components['schemas']['Hit'][];
      reports: components['schemas']['Hit'][];
      actors: components['schemas']['Hit'][];
    };
    Hit: {
      id: string;
      label: string | null;
      title: string;
      detail: string | null;
    };
    NewJudgement: {
      decision: 'same-incident' | 'not-same-incident' | 'wrong-reading' | 'right-actor' | null;
      a: components['schemas']['TellingRef'] | null;
      b: components['schemas']['TellingRef'] | null;
      assertion: string | null;
      actor: string | null;
      user: string | null;
      reason: string | null;
    };
    Undo: {
      user: string | null;
      reason: string | null;
    };
    JudgementView: {
      id: string;
      at: string;
      user: string;
      reason: string;
      decision: 'same-incident' | 'not-same-incident' | 'wrong-reading' | 'right-actor';
      description: string;
      a: components['schemas']['TellingRef'] | null;
      b: components['schemas']['TellingRef'] | null;
      assertion: string | null;
      actor: string | null;
      undoes: string | null;
      undoneBy: string | null;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail: string;
      field: string | null;
      found: string | null;
      expected: string | null;
    };
  };
}
