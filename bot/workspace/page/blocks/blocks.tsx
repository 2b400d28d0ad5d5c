import type { AnyBlock, KnownBlock } from "@slack/types";
import { blockIdOf } from "../elements/block-id.js";
import { isKnownBlock } from "../elements/known-block.js";
import { ActionsView } from "./actions.js";
import { AlertView } from "./alert.js";
import { CardView } from "./card.js";
import { CarouselView } from "./carousel.js";
import { ContainerView } from "./container.js";
import { ContextView } from "./context.js";
import { ContextActionsView } from "./context-actions.js";
import { DataTableView } from "./data-table.js";
import { HeaderView } from "./header.js";
import { ImageView } from "./image.js";
import { InputView } from "./input.js";
import { MarkdownView } from "./markdown.js";
import { PlanView } from "./plan.js";
import { RichTextView } from "./rich-text.js";
import { SectionView } from "./section.js";
import { TableView } from "./table.js";
import { TaskCardView } from "./task-card.js";
import { VideoView } from "./video.js";

/** Blocks one under the other. A kind that the page does not know is named, never dropped in silence. */
export function Blocks({ blocks, parent = "" }: { blocks: readonly AnyBlock[]; parent?: string }) {
  return (
    <div class="blocks">
      {blocks.map((block, at) => {
        const id = blockIdOf(block, `${parent}${at}`);
        if (!isKnownBlock(block))
          return (
            <p key={id} class="block-unknown">
              A block of kind {block.type}, which this page can't show.
            </p>
          );
        return <Block key={id} block={block} id={id} place={`${parent}${at}`} />;
      })}
    </div>
  );
}

/** Every kind of block. `place` tells apart the blocks inside a block. */
function Block({ block, id, place }: { block: KnownBlock; id: string; place: string }) {
  switch (block.type) {
    case "actions":
      return <ActionsView block={block} id={id} />;
    case "alert":
      return <AlertView block={block} />;
    case "card":
      return <CardView block={block} id={id} />;
    case "carousel":
      return <CarouselView block={block} id={id} />;
    case "container":
      return (
        <ContainerView block={block}>
          <Blocks blocks={block.child_blocks} parent={`${place}-`} />
        </ContainerView>
      );
    case "context":
      return <ContextView block={block} />;
    case "context_actions":
      return <ContextActionsView block={block} id={id} />;
    case "data_table":
      return <DataTableView block={block} />;
    case "divider":
      return <hr class="block-divider" />;
    case "file":
      return <p class="block-context">A file from elsewhere: {block.external_id}</p>;
    case "header":
      return <HeaderView block={block} />;
    case "image":
      return <ImageView block={block} />;
    case "input":
      return <InputView block={block} id={id} />;
    case "markdown":
      return <MarkdownView block={block} />;
    case "plan":
      return <PlanView block={block} />;
    case "rich_text":
      return <RichTextView block={block} />;
    case "section":
      return <SectionView block={block} id={id} />;
    case "table":
      return <TableView block={block} />;
    case "task_card":
      return <TaskCardView block={block} />;
    case "video":
      return <VideoView block={block} />;
  }
}
