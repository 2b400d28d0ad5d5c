import type { CardBlock } from "@slack/types";
import { ButtonElement } from "../elements/button.js";
import { Mrkdwn } from "../text/passages.js";
import { Picture } from "./picture.js";

export function CardView({ block, id }: { block: CardBlock; id: string }) {
  const { hero_image, icon, title, subtitle, body, actions = [] } = block;
  return (
    <article class="block-card">
      {hero_image && <Picture image={hero_image} look="card-hero" />}
      {(icon || title || subtitle) && (
        <header class="card-head">
          {icon && <Picture image={icon} look="card-icon" />}
          <div class="card-names">
            {title && (
              <div class="card-title">
                <Mrkdwn text={title.text} />
              </div>
            )}
            {subtitle && (
              <div class="card-subtitle">
                <Mrkdwn text={subtitle.text} />
              </div>
            )}
          </div>
        </header>
      )}
      {body && (
        <div class="card-body">
          <Mrkdwn text={body.text} />
        </div>
      )}
      {actions.length > 0 && (
        <footer class="block-actions card-actions">
          {actions.map((button, at) => (
            <ButtonElement
              key={button.action_id ?? String(at)}
              element={button}
              spot={{ blockId: id, actionId: button.action_id ?? "" }}
              sends
            />
          ))}
        </footer>
      )}
    </article>
  );
}
