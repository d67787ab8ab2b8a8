#!/usr/bin/env python3
"""Verifies the set: verbatim words, uniqueness, keys, enumerations, furniture. Exit 1 on any fault."""
import json,glob,os,re,sys
ROOT=os.path.dirname(os.path.abspath(__file__)); bad=[]
TY=set("bombing suicide-bombing shelling airstrike armed-assault assassination clash abduction execution raid-or-arrest chemical-attack arson sabotage looting sexual-violence mob-violence unrest campaign other".split())
ST=set("claimed stated accused suspected denied doubted unclaimed".split()); RO=set("party official witness expert monitor medium author".split())
REL=set("hostile allied tacit-alliance sponsoring tolerating negotiating splitting".split())
tot={}
for d in ('dev','sealed'):
    n={}
    for f in sorted(glob.glob(f'{ROOT}/{d}/*.json')):
        g=json.load(open(f,encoding='utf-8')); t=open(f[:-5]+'.txt',encoding='utf-8').read()
        def err(m): bad.append(f'{os.path.basename(f)}: {m}')
        if g['docid']!=os.path.basename(f)[:-5]: err('docid')
        spans=[]
        for x in g['furniture']:
            if x not in t: err('furniture not verbatim: '+x)
            i=t.find(x)
            while i>=0: spans.append((i,i+len(x))); i=t.find(x,i+1)
        def outside(w):
            i=t.find(w)
            while i>=0:
                if not any(i<e and s<i+len(w) for s,e in spans): return True
                i=t.find(w,i+1)
            return False
        keys=[i['key'] for i in g['incidents']]
        if len(set(keys))!=len(keys): err('keys')
        for i in g['incidents']:
            if t.count(i['words'])!=1: err(f"incident {i['key']} words count {t.count(i['words'])}: {i['words']}")
            if not set(i['types'])<=TY: err('types '+str(i['types']))
            for k in ('from','to'):
                if i[k] and not re.fullmatch(r'\d{4}-\d\d-\d\d',i[k]): err('date '+i[k])
            if i['from'] and i['to'] and i['from']>i['to']: err('from after to')
            if i['yearless'] and (i['from'] or not re.fullmatch(r'--\d\d(-\d\d)?',i['yearless'])): err('yearless')
            for k in ('killed','wounded'):
                v=i[k]
                if v and v['low'] is not None and v['high'] is not None and v['low']>v['high']: err('toll')
            if i['place'] and i['place'] not in t: err(f"place not in text: {i['place']}")
        for k in ('incidents','responsibility','relation','presence','capability'):
            for x in g[k]:
                n[k]=n.get(k,0)+1
                if x['words'] not in t: err(f"{k} words not verbatim: {x['words']}")
                elif not outside(x['words']): err(f"{k} words only in furniture: {x['words']}")
                if re.search(r'[.!?][”"]? +[A-Z“"]',x['words']) and k!='incidents': print('note, more than one sentence?',g['docid'],x['words'][:80])
        for r in g['responsibility']:
            if r['incident'] is not None and r['incident'] not in keys: err('ref '+r['incident'])
            if r['stance'] not in ST or r['speakerRole'] not in RO or r['evidence'] not in('none','cited','unstated'): err('enum '+str(r))
            if (r['actor'] is None)!=(r['stance']=='unclaimed'): err('actor/unclaimed '+str(r))
        for r in g['relation']:
            if r['relation'] not in REL: err('rel')
        for r in g['presence']:
            if r['polarity'] not in('affirmed','denied','doubted'): err('pol')
        for r in g['capability']:
            if r['direction'] not in('strength','decline','resurgence','threat'): err('cap')
        n['articles']=n.get('articles',0)+1; n['furnished']=n.get('furnished',0)+bool(g['furniture']); n['undated']=n.get('undated',0)+(g['published'] is None)
        n['kind '+g['kind']]=n.get('kind '+g['kind'],0)+1
        for r in g['responsibility']: n['stance '+r['stance']]=n.get('stance '+r['stance'],0)+1
        n['words']=n.get('words',0)+len(t.split())
        if len(t.split())<115: err(f'short {len(t.split())}')
    print(d,json.dumps(n,sort_keys=True))
print('\n'.join(bad) or 'all pass'); sys.exit(bool(bad))
