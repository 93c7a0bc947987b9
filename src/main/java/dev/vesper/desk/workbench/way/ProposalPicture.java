package dev.vesper.desk.workbench.way;

import dev.vesper.desk.diagram.StandingElement;
import dev.vesper.desk.diagram.TakenFlow;
import java.util.List;

/**
 * Where the newest proposal of a draft stands, by the events alone.
 *
 * @param draft its id
 * @param proposal which one; 0 where it was never proposed
 * @param sentence the same in words: {@code waits for a second checker since ...}
 * @param elements how far it is with the elements of its process; none where no process is drawn
 * @param flows the arrows it went along
 */
public record ProposalPicture(
        String draft, int proposal, String sentence, List<StandingElement> elements, List<TakenFlow> flows) {
    public ProposalPicture {
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
    }
}
