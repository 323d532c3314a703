"""Training runs over epochs: the cost, and how many digits are read right, in training and on the test pictures."""

from dataclasses import dataclass
from itertools import pairwise

from helpers.pictures import style
from helpers.pictures.formatting import count, number, sentence
from helpers.pictures.picture import Picture, View
from helpers.pictures.scene import Scene

COSTS = (0.03, 0.1, 0.3, 1, 3)


@dataclass(frozen=True)
class Run:
    """What a training recorded before its first epoch and after each one. most: epochs the picture has room for."""

    start: str
    learning_rate: float
    costs: tuple
    training: tuple  # the part of the training pictures read right
    test: tuple
    most: int

    @property
    def epochs(self) -> int:
        """How many epochs are done."""
        return len(self.costs) - 1


class TrainingScene(Scene):
    """The cost and both accuracies over the epochs. Data: a Run."""

    width, height = 900, 380

    def build(self, most):
        cost, accuracy = self.figure.subplots(1, 2)
        self.figure.subplots_adjust(left=0.08, right=0.98, top=0.9, bottom=0.15, wspace=0.22)
        cost.set(xlim=(-0.2, most + 0.2), xlabel="t (epochs)", ylabel="C (training cost)")
        _cost_axis(cost)
        cost.set_title("The cost on the 4,000 training pictures")
        self.costs = self.moving_line(cost, "o-", style.BLACK, markersize=5)
        accuracy.set(xlim=(-0.2, most + 0.2), ylim=(0, 1), xlabel="t (epochs)", ylabel="accuracy (part read right)")
        accuracy.set_title("Digits read right")
        self.training = self.moving_line(accuracy, "o-", style.BLUE, markersize=5, label="4,000 training pictures")
        self.test = self.moving_line(accuracy, "s--", style.VERMILLION, markersize=5, label="1,000 test pictures")
        accuracy.axhline(0.1, color=style.GREY, linestyle=":")
        accuracy.text(most, 0.05, "guessing: 0.1", color=style.GREY, va="center", ha="right")
        accuracy.legend(loc="lower right", bbox_to_anchor=(1, 0.2))
        self.end = self.moves(accuracy.text(most, 0.16, "", ha="right", va="center", color=style.BLACK))
        self.handle(self.costs, x="epochs", point=-1)

    def show(self, data: Run) -> View:
        epochs = range(len(data.costs))
        self.costs.set_data(epochs, data.costs)
        self.training.set_data(epochs, data.training)
        self.test.set_data(epochs, data.test)
        self.end.set_text(f"after {data.epochs}: training {data.training[-1]:.3f}, test {data.test[-1]:.3f}")
        return View(
            kind="Curves of the cost and of two accuracies over the epochs",
            caption=run_caption(data),
            formula=_progress(data),
        )


def _cost_axis(axes):
    """Give an axis powers of ten in plain numbers."""
    axes.set(yscale="log", ylim=(0.025, 4))
    axes.set_yticks(COSTS, [f"{cost:g}" for cost in COSTS])
    axes.minorticks_off()


def _progress(run) -> str:
    done = "■" * run.epochs + "□" * (run.most - run.epochs)
    return f"{done} {run.epochs} of {run.most} epochs, cost about {run.costs[-1]:.1g}"


def run_caption(run: Run) -> str:
    """Return what a run did, in round numbers: two correct programs differ in the third digit after an epoch or two."""
    begin = f"{sentence(count(run.epochs, 'epoch'))} at learning rate {run.learning_rate:g} from {run.start} weights"
    right = f"about {_in_ten(run.test[-1])} in 10 test pictures are read right"
    if run.epochs == 0:
        return f"{begin}: nothing is learnt yet, the cost is {number(run.costs[0])}, and {right}."
    ups = sum(later > 1.01 * before for before, later in zip(run.costs, run.costs[1:]))
    rose = f", rising {_times(ups)} on the way" if ups else ""
    change = f"the cost goes from {number(run.costs[0])} to about {run.costs[-1]:.1g}{rose}"
    ahead = run.training[-1] - run.test[-1] > 0.02
    return f"{begin}: {change}; {right}, {'and more' if ahead else 'about as many'} of the training pictures."


def _in_ten(part) -> int:
    return round(10 * part)


def _times(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times) or count(times, "time")


def _below(value, limits) -> str:
    """Return a number after training in words that two correct programs agree on."""
    return next((f"below {limit:g}" for limit in limits if value < limit), f"{limits[-1]:g} or more")


def runs_picture(costs: dict, every: int) -> Picture:
    """Return the cost curves of four runs, told apart by dash and marker as well as colour.

    They are called A to D and not by their names, since which is which is what the lesson asks: A is the one whose
    lowest cost is highest. every: the number of steps from each cost to the next.
    """
    shallowest_first = sorted(costs.values(), key=min, reverse=True)
    return _RunsScene().picture((dict(zip("ABCD", shallowest_first, strict=True)), every))


def wrong_picture(wrong: dict, every: int) -> Picture:
    """Return such curves by their names, of the part of the test pictures that is read wrong."""
    return _WrongScene().picture((wrong, every))


class _RunsScene(Scene):
    width, height = 760, 380
    title, what = "Training runs", "cost"
    limits: tuple = (0.1, 0.6, 1.3, 3)
    LOOKS = ((style.BLACK, "-", "o"), (style.BLUE, "--", "s"), (style.VERMILLION, "-.", "^"), (style.GREY, ":", "D"))

    def build(self):
        self.axes = self.figure.add_subplot()
        self.figure.subplots_adjust(left=0.1, right=0.95, top=0.9, bottom=0.14)
        self.axes.set(xlabel="t (steps taken)")
        self.axes.set_title(self.title)
        self.scale()

    def scale(self):
        """Set up the axis upwards."""
        self.axes.set(ylabel="C (training cost)")
        _cost_axis(self.axes)

    def swings(self, values) -> str:
        """Return words for a curve that rises by more than the rounding of another computer could make it."""
        return ", up and down on the way" if max(later - now for now, later in pairwise(values)) > 0.05 else ""

    def show(self, data) -> View:
        runs, every = data
        steps = every * (max(map(len, runs.values())) - 1)
        for (name, costs), (colour, dash, marker) in zip(runs.items(), self.LOOKS):
            time = [every * number for number in range(len(costs))]
            self.axes.plot(time, costs, dash, color=colour, marker=marker, markevery=3, label=name)
            if len(name) == 1:
                self.axes.annotate(name, (time[-1], costs[-1]), (8, 0), textcoords="offset points", va="center")
        self.axes.legend(ncols=4, loc="lower left")
        ends = (
            f"{name} from {number(costs[0])} to {_below(costs[-1], self.limits)}{self.swings(costs)}"
            for name, costs in runs.items()
        )
        return View(
            kind=f"Curves of the {self.what} over the steps for several training runs",
            caption=f"The {self.what} in {steps:,} steps: {'; '.join(ends)}.",
        )


class _WrongScene(_RunsScene):
    height = 300
    title, what, limits = "Test pictures read wrong", "part read wrong", (0.25, 0.5)

    def scale(self):
        self.figure.subplots_adjust(bottom=0.18)
        self.axes.set(ylabel="part of 1,000 test pictures", ylim=(0, 1))

    def swings(self, values) -> str:
        """Return nothing: these curves all swing, and by how much is chance."""
        return ""
