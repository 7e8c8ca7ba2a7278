import { Link } from '~/lib/rr';
import { Section } from '~/ui/page';
import styles from './layer-facts.module.css';

export type LayerFact = { key: string; name: string; sentences: string[]; people: string };

/** What each layer says, in sentences. */
export function LayerFacts({ layers, editTo }: { layers: readonly LayerFact[]; editTo: string | null }) {
  return (
    <Section title="Layers" aside={editTo ? <Link to={editTo}>Edit layers</Link> : null}>
      {layers.length === 0 ? <p className={styles.layer}>None yet.</p> : null}
      <ul>
        {layers.map(({ key, name, sentences, people }) => (
          <li key={key} className={styles.layer}>
            <p className={styles.name}>{name}</p>
            <p>{people}</p>
            {sentences.map((sentence) => (
              <p key={sentence} className={styles.detail}>
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
