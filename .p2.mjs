import { chromium } from 'playwright'; import { serveSite } from './tools/serve-site.js'; import {readFileSync} from 'node:fs';
const dir=process.argv[2]; const s=await serveSite(dir);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',chromiumSandbox:false,args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:412,height:823}});
const c=await p.context().newCDPSession(p); await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval',{interval:300}); await c.send('Profiler.start');
await p.goto(s.address); await p.waitForFunction(()=>document.querySelector('tandem-calculator')?.result!=null); await p.waitForTimeout(4000);
const {profile}=await c.send('Profiler.stop');
const nodes=new Map(profile.nodes.map(n=>[n.id,n])); for(const n of profile.nodes) for(const k of n.children??[]) nodes.get(k).parent=n;
const src=new Map(); const cls=(cf)=>{const f=cf.url.split('/').pop(); if(!f.endsWith('.js'))return f; if(!src.has(f)) src.set(f,readFileSync(`${dir}/assets/${f}`,'utf8').split('\n')); const L=src.get(f); for(let i=cf.lineNumber;i>=0&&i>cf.lineNumber-400;i--){const m=/(?:class|_?class\d* = class|function) (\w+)?|var (\w+) = class|^\tvar (\w+)/.exec(L[i]??''); if(/class/.test(L[i]??'')&&m) return (L[i].trim().slice(0,50));} return f;};
let t=profile.startTime; let seg=null; const segs=[]; let idleRun=0;
profile.samples.forEach((id,i)=>{ const d=profile.timeDeltas[i]; t+=d; const n=nodes.get(id); const idle=['(idle)'].includes(n.callFrame.functionName); if(idle){ if(seg){segs.push(seg);seg=null;} return;} seg??={start:t,dur:0,by:new Map(),self:new Map()}; seg.dur+=d; 
 let m=n, label=n.callFrame.functionName; const chain=[]; while(m){chain.push(m); m=m.parent;} 
 const k=chain.map(x=>x.callFrame.functionName).lastIndexOf('x'); 
 // outermost tandem frame: find innermost performUpdate
 let inner=chain.findIndex(x=>x.callFrame.functionName==='performUpdate'); let lab= inner>0? cls(chain[inner-1].callFrame)+'.'+chain[inner-1].callFrame.functionName : (chain.at(-2)?.callFrame.functionName+' '+(chain.at(-3)?.callFrame.functionName??'')); 
 if(inner>0){ for(let q=inner-1;q>=0;q--){const cc=cls(chain[q].callFrame); if(/Tandem/.test(cc)){lab=cc+'.'+chain[q].callFrame.functionName;break;}} }
 seg.by.set(lab,(seg.by.get(lab)??0)+d);
});
for(const g of segs.filter(g=>g.dur>25000)) { console.log('TASK at',((g.start-profile.startTime)/1000).toFixed(0),'ms dur',(g.dur/1000).toFixed(0)); for(const [k,v] of [...g.by].sort((a,b)=>b[1]-a[1]).slice(0,9)) console.log('    ',(v/1000).toFixed(1),k); }
await b.close(); await s.close();
