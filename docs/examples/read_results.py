#!/usr/bin/python3
"""Draws the figures of a store of results.

    read_results.py STORE FOLDER

For a sweep, one figure a measure: its mean on the last day against the first axis, a line for each setting of the other
axes (points without lines where those are many); where points leave axes as they are, a row a point. For a comparison, one figure a measure: what each plan changes, day by
day. Bars and bands are 95 % intervals by Student's t, each for itself; their unit is the organisation draw where there
are several, else the replicate. docs/results-schema.md describes the tables.
"""

import math
import pathlib
import sqlite3
import sys
from contextlib import closing

import matplotlib

matplotlib.use("Agg")  # files, no window
import matplotlib.pyplot as pyplot
import pandas

LINES_AT_MOST = 6


def share_within(t, freedom):
    """P(-t < T < t) for Student's t with a whole number of degrees of freedom (Abramowitz & Stegun 1964, 26.7.3-4)."""
    angle = math.atan(t / math.sqrt(freedom))
    odd = freedom % 2
    term = math.cos(angle) if odd else 1.0
    total = 0.0 if freedom == 1 else term
    for k in range(2 + odd, freedom - 1, 2):
        term *= math.cos(angle) ** 2 * (k - 1) / k
        total += term
    return 2 / math.pi * (angle + math.sin(angle) * total) if odd else math.sin(angle) * total


def t_quantile(freedom):
    """The t that 95 % lie within."""
    low, high = 0.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if share_within(middle, freedom) < 0.95 else (low, middle)
    return low


def mean_and_half_width(values):
    """Of a column with one value a replicate, indexed by its organisation draw."""
    if values.index.nunique() > 1:
        values = values.groupby(level=0).mean()
    if len(values) < 2:
        return pandas.Series({"mean": values.mean(), "half_width": float("nan")})
    half_width = t_quantile(len(values) - 1) * values.std() / math.sqrt(len(values))
    return pandas.Series({"mean": values.mean(), "half_width": half_width})


def summary(frame, keys):
    """Mean and half-width of `value` for each combination of `keys`."""
    by_draw = frame.set_index("organisation")
    return by_draw.groupby(keys, sort=True)["value"].apply(mean_and_half_width).unstack().reset_index()


def settings_of(store, study):
    """One row a point, one column an axis (in the study's order), numbers where all of an axis are."""
    rows = pandas.read_sql(
        "SELECT axis_id, place, axis, coalesce(number, value) AS setting FROM settings JOIN axes USING (study_id, axis) "
        "WHERE study_id = ? ORDER BY axis_id, place", store, params=(study,))
    table = rows.pivot(index="place", columns="axis", values="setting")
    table = table[list(dict.fromkeys(rows["axis"]))]
    for axis in table:  # words, where any is one
        if table[axis].map(lambda setting: isinstance(setting, str)).any():
            table[axis] = table[axis].map(lambda setting: f"{setting}", na_action="ignore")
    return table


def shown(setting):
    """A setting as a label: figures with as many digits as can be read."""
    return setting if isinstance(setting, str) else f"{setting:.4g}"


def start_figure(title, x, y, height=4.2):
    figure, axes = pyplot.subplots(figsize=(7, height), layout="constrained")
    axes.set_title(title, loc="left")
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", alpha=0.25)
    return figure, axes


def finish_figure(figure, axes, file):
    if len(axes.get_legend_handles_labels()[1]) > 1:
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=2, frameon=False, fontsize="small")
    figure.savefig(file, dpi=120)
    pyplot.close(figure)
    print(file)


def draw_sweep(store, study, measure, file):
    points = settings_of(store, study["study_id"])
    frame = pandas.read_sql(
        "SELECT place, organisation, day, value FROM results WHERE study_id = ? AND name = ? AND day = "
        "(SELECT max(day) FROM results WHERE study_id = ?)", store,
        params=(study["study_id"], measure["name"], study["study_id"]))
    means = summary(frame, ["place"]).merge(points.reset_index(), on="place", how="left")
    if means[points.columns].isna().any(axis=None):
        draw_one_at_a_time(study, measure, points.columns, means, frame["day"].max(), file)
        return
    first, *others = points.columns
    groups = [((), means)]
    if others:
        groups = list(means.groupby(others if len(others) > 1 else others[0], dropna=False))
    figure, axes = start_figure(f"{study['name']}: {measure['label'].lower()} on day {frame['day'].max()}", first,
                                f"{measure['label']} ({measure['unit']})")
    if len(groups) > LINES_AT_MOST:
        axes.errorbar(means[first], means["mean"], means["half_width"], fmt="o", markersize=4, capsize=2, alpha=0.7)
    else:
        for setting, group in groups:
            group = group.sort_values(first)
            setting = setting if isinstance(setting, tuple) else (setting,)
            label = ", ".join(f"{axis} = {shown(value)}" for axis, value in zip(others, setting))
            axes.errorbar(group[first], group["mean"], group["half_width"], fmt="o-", markersize=4, capsize=3,
                          label=label or None)
    finish_figure(figure, axes, file)


def draw_one_at_a_time(study, measure, axis_names, means, day, file):
    """Where a point sets some axes and leaves the others as they are: a row a point, named by what it sets."""
    labels = [", ".join(f"{axis} = {shown(row[axis])}" for axis in axis_names if not pandas.isna(row[axis])) or "as it is"
              for _, row in means.iterrows()]
    figure, axes = start_figure(f"{study['name']}: {measure['label'].lower()} on day {day}",
                                f"{measure['label']} ({measure['unit']})", "", height=1.2 + 0.3 * len(means))
    for label, mean in zip(labels, means["mean"]):
        if label == "as it is":
            axes.axvline(mean, color="black", linewidth=0.8)
    axes.errorbar(means["mean"], range(len(means)), xerr=means["half_width"], fmt="o", markersize=4, capsize=3)
    axes.set_yticks(range(len(means)), labels)
    axes.invert_yaxis()
    finish_figure(figure, axes, file)


def draw_comparison(store, study, measure, file):
    frame = pandas.read_sql(
        "SELECT b.place, b.organisation, b.day, b.value - a.value AS value FROM results a "
        "JOIN results b USING (study_id, replicate, day, name) "
        "WHERE study_id = ? AND name = ? AND a.place = 0 AND b.place > 0", store,
        params=(study["study_id"], measure["name"]))
    if frame.empty:
        return
    means = summary(frame, ["place", "day"])
    points = settings_of(store, study["study_id"])
    points = points.loc[:, points.nunique() > 1]  # what all plans have in common need not be said of each
    figure, axes = start_figure(f"{study['name']}: what changes", "Working day",
                                f"Change of {measure['label'].lower()} ({measure['unit']})")
    axes.axhline(0, color="black", linewidth=0.8)
    for place, group in means.groupby("place"):
        label = ", ".join(shown(value) for value in points.loc[place]) or f"plan {place}"
        line, = axes.plot(group["day"], group["mean"], marker="o" if len(group) < 15 else None, label=label)
        axes.fill_between(group["day"], group["mean"] - group["half_width"], group["mean"] + group["half_width"],
                          color=line.get_color(), alpha=0.2, linewidth=0)
    finish_figure(figure, axes, file)


def draw_all(store, folder):
    measures = pandas.read_sql("SELECT * FROM measure_names ORDER BY measure_id", store).to_dict("records")
    for study in pandas.read_sql("SELECT * FROM studies ORDER BY study_id", store).to_dict("records"):
        recorded = pandas.read_sql("SELECT DISTINCT name FROM results WHERE study_id = ?", store,
                                   params=(study["study_id"],))["name"].tolist()
        draw = draw_comparison if study["kind"] == "compare" else draw_sweep
        for measure in measures:
            if measure["name"] in recorded:
                draw(store, study, measure, folder / f"study-{study['study_id']}-{measure['name']}.png")


def main():
    if len(sys.argv) != 3:
        sys.exit("read_results.py STORE FOLDER")
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    # Not mode=ro: only a connection that may write tidies up the files that SQLite keeps beside an open store.
    with closing(sqlite3.connect(f"{pathlib.Path(sys.argv[1]).resolve().as_uri()}?mode=rw", uri=True)) as store:
        store.execute("PRAGMA query_only = ON")
        draw_all(store, folder)


if __name__ == "__main__":
    main()
