"""Training runs over epochs: the cost, and how many digits are read right, in training and on the test pictures."""

import numpy as np

from helpers.pictures import still, style
from helpers.pictures.formatting import count, number, sentence
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

COSTS = (0.03, 0.1, 0.3, 1, 3)
MAX_EPOCHS = 8


class TrainingScene(Scene):
    """The cost and both accuracies over the epochs."""

    width, height = 900, 380

    def build(self):
        cost, accuracy = self.figure.subplots(1, 2)
        self.figure.subplots_adjust(left=0.08, right=0.98, top=0.9, bottom=0.15, wspace=0.22)
        for axes in (cost, accuracy):
            axes.set(xlim=(-0.2, MAX_EPOCHS + 0.2), xlabel="t (epochs)")
        cost.set(ylabel="C (training cost)", title="The cost on the 4,000 training pictures")
        cost_axis(cost)
        self.costs = self.moving_line(cost, "o-", style.BLACK, markersize=5)
        accuracy.set(ylim=(0, 1), ylabel="accuracy (part read right)", title="Digits read right")
        self.training = self.moving_line(accuracy, "o-", style.BLUE, markersize=5, label="4,000 training pictures")
        self.test = self.moving_line(accuracy, "s--", style.VERMILLION, markersize=5, label="1,000 test pictures")
        accuracy.axhline(0.1, color=style.GREY, linestyle=":")
        accuracy.text(MAX_EPOCHS, 0.05, "guessing: 0.1", color=style.GREY, va="center", ha="right")
        accuracy.legend(loc="lower right", bbox_to_anchor=(1, 0.2))
        self.end = self.moves(accuracy.text(MAX_EPOCHS, 0.16, "", ha="right", va="center", color=style.BLACK))
        self.handle(self.costs, x="epochs", point=-1)

    def show(self, start: str, learning_rate: float, costs: tuple, training: tuple, test: tuple) -> View:
        """Show what a training recorded before its first epoch and after each one.

        training, test: the part of the pictures that is read right.
        """
        epochs = len(costs) - 1
        for line, values in ((self.costs, costs), (self.training, training), (self.test, test)):
            line.set_data(range(epochs + 1), values)
        self.end.set_text(f"after {epochs}: training {training[-1]:.3f}, test {test[-1]:.3f}")
        done = "■" * epochs + "□" * (MAX_EPOCHS - epochs)
        return View(
            kind="Curves of the cost and of two accuracies over the epochs",
            caption=_caption(start, learning_rate, costs, training[-1], test[-1]),
            formula=f"{done} {epochs} of {MAX_EPOCHS} epochs, cost about {costs[-1]:.1g}",
        )


def _caption(start, learning_rate, costs, training, test) -> str:
    """Return what a run did, in round numbers: two correct programs differ in the third digit after an epoch or two."""
    begin = f"{sentence(count(len(costs) - 1, 'epoch'))} at learning rate {learning_rate:g} from {start} weights"
    right = f"about {round(10 * test)} in 10 test pictures are read right"
    if len(costs) == 1:
        return f"{begin}: nothing is learnt yet, the cost is {number(costs[0])}, and {right}."
    ups = sum(later > 1.01 * before for before, later in zip(costs, costs[1:]))
    rose = f", rising { ({1: 'once', 2: 'twice'}.get(ups) or count(ups, 'time')) } on the way" if ups else ""
    change = f"the cost goes from {number(costs[0])} to about {costs[-1]:.1g}{rose}"
    share = "and more" if training - test > 0.02 else "about as many"
    return f"{begin}: {change}; {right}, {share} of the training pictures."


def cost_axis(axes):
    """Give an axis powers of ten in plain numbers."""
    axes.set(yscale="log", ylim=(0.025, 4))
    axes.set_yticks(COSTS, [f"{cost:g}" for cost in COSTS])
    axes.minorticks_off()


@style.rules()
def directions_picture(changes, best: float) -> Picture:
    """Return the histogram of how the cost changes along random directions, beside the change along -gradient.

    changes: one for each random direction. best: along -gradient. All for steps of the same length.
    """
    changes, best = np.asarray(changes), float(best)
    figure = style.figure(820, 360, left=0.09, right=0.97, top=0.9, bottom=0.16)
    axes = figure.add_subplot(title="Random directions, and against the gradient")
    axes.set(xlabel="change of C (the cost) by a step of one length", ylabel="number of random directions")
    width = abs(best) / 60
    edges = np.arange(np.floor(changes.min() / width), np.ceil(changes.max() / width) + 1) * width
    counts, *_ = axes.hist(changes, edges.tolist(), color=style.BLUE, edgecolor=style.BLACK, linewidth=0.5)
    axes.axvline(0, color=style.GREY, linewidth=1)
    top = np.max(counts)
    axes.plot([best], [0], "v", color=style.VERMILLION, markersize=14, clip_on=False)
    axes.set(ylim=(0, 1.15 * top), xlim=(1.1 * best, -0.25 * best))
    axes.text(best, 0.12 * top, "against the gradient", ha="left")
    axes.text(0.06 * best, 1.02 * top, f"{len(changes)} random directions", ha="right")
    view = View(
        kind="Histogram of the change of the cost over random directions",
        caption=f"{np.sum(changes < 0)} of {len(changes)} random steps lower the cost, the best by "
        f"{number(-changes.min())}. A step as long against the gradient lowers it by {number(-best)}, "
        f"{best / changes.min():.0f} times as much.",
    )
    return still.picture(figure, view)
