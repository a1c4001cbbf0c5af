#include "viz/session/result_card.hpp"

#include <gtest/gtest.h>
