import { useMemo, useState } from 'react';
import type { Result } from 'tandem-tco';
import { Calculator } from './Calculator.tsx';

/** A number of the application's own that goes into the scenario, and a sentence that comes of its result. */
export function App() {
  const [upgrade, setUpgrade] = useState(400_000);
  const [result, setResult] = useState<Result | null>(null);
  const [fault, setFault] = useState('');
  const scenario = useMemo(
    () => ({
      model: 'compliance-tco',
      name: 'Our company',
      inputs: {
        upgradeCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: upgrade },
        remediationRate: { 'pipl-only': 0.6, 'pdpo-only': 0.6, dual: 0.05 },
      },
    }),
    [upgrade],
  );
  const dual = result?.outputs['tco']?.['dual'];
  return (
    <main>
      <h1>What compliance costs us</h1>
      <label>
        Upgrade for dual compliance, HK${' '}
        <input
          type="number"
          step={10_000}
          value={upgrade}
          onChange={({ target }) => setUpgrade(target.valueAsNumber || 0)}
        />
      </label>
      <p role="status" id="mean">
        {fault !== '' && fault}
        {fault === '' && dual && `HK$${(dual.mean / 1e6).toFixed(2)} million on average`}
      </p>
      <Calculator
        scenario={scenario}
        view="summary"
        trials={20_000}
        onResult={(each) => {
          setResult(each);
          setFault('');
        }}
        onError={({ message }) => setFault(message)}
      >
        <p>The calculator is on its way.</p>
      </Calculator>
    </main>
  );
}
