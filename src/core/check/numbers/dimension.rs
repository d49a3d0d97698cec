//! What units measure, and how they compare.

use super::unit::Unit;

/// What units measure, so that those of one kind can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    Time,
    Calendar,
    Length,
    Weight,
    Area,
    Volume,
    Temperature,
    Money,
    Share,
    Points,
}

impl Unit {
    /// What it measures, and how many of the dimension's first unit it is; `None` for what only counts.
    pub(super) fn measure(self) -> Option<(Dimension, f64)> {
        use Dimension::*;
        Some(match self {
            Unit::Second => (Time, 1.0),
            Unit::Minute => (Time, 60.0),
            Unit::Hour => (Time, 3_600.0),
            Unit::Day => (Time, 86_400.0),
            Unit::Week => (Time, 604_800.0),
            Unit::Months => (Calendar, 1.0),
            Unit::Years => (Calendar, 12.0),
            Unit::Millimeter => (Length, 0.001),
            Unit::Centimeter => (Length, 0.01),
            Unit::Meter => (Length, 1.0),
            Unit::Kilometer => (Length, 1_000.0),
            Unit::Inch => (Length, 0.0254),
            Unit::Foot => (Length, 0.3048),
            Unit::Yard => (Length, 0.9144),
            Unit::Mile => (Length, 1_609.344),
            Unit::Gram => (Weight, 0.001),
            Unit::Kilogram => (Weight, 1.0),
            Unit::Ton => (Weight, 1_000.0),
            Unit::PoundWeight => (Weight, 0.4536),
            Unit::Ounce => (Weight, 0.02835),
            Unit::SquareMeter => (Area, 1.0),
            Unit::Pyeong => (Area, 3.3058),
            Unit::Acre => (Area, 4_046.86),
            Unit::Hectare => (Area, 10_000.0),
            Unit::Liter => (Volume, 1.0),
            Unit::Gallon => (Volume, 3.785),
            Unit::Degree | Unit::Fahrenheit => (Temperature, 1.0),
            Unit::Dollar
            | Unit::Won
            | Unit::Euro
            | Unit::Yen
            | Unit::Yuan
            | Unit::Pound
            | Unit::OtherMoney => (Money, 1.0),
            Unit::Cent => (Money, 0.01),
            Unit::Percent => (Share, 1.0),
            Unit::Point => (Points, 1.0),
            _ => return None,
        })
    }
}
